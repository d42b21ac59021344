package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.This;
import org.apache.catalina.connector.Request;

/** Tomcat is done with a request and its response, which can still be read now. */
final class RecycleAdvice {
  private RecycleAdvice() {}

  @Enter
  static void enter(@This Request request) {
    Requests.finished(request);
  }
}
