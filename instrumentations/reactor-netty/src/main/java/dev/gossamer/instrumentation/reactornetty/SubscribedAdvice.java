package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import reactor.netty.http.client.HttpClientConfig;

/** Somebody subscribes to a request: a handler is made, on the subscriber's thread. */
final class SubscribedAdvice {
  private SubscribedAdvice() {}

  @Exit
  static void exit(@This Object handler, @Argument(0) HttpClientConfig config) {
    Subscribed.to(handler, config);
  }
}
