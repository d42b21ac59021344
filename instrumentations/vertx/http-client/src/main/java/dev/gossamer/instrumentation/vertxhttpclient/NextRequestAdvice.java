package dev.gossamer.instrumentation.vertxhttpclient;

import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import io.vertx.core.http.HttpClientRequest;

/** A redirect is followed. */
final class NextRequestAdvice {
  private NextRequestAdvice() {}

  @Enter
  static void enter(@This HttpClientRequest request, @Argument(0) HttpClientRequest next) {
    Sending.followedBy(request, next);
  }
}
