package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.advice.BeforeCall;
import dev.gossamer.api.advice.Receiver;
import org.apache.catalina.connector.Request;

/**
 * Finds the requests that Tomcat answered, or could not even read, before they reached the engine.
 */
final class RefusedAdvice {
  private RefusedAdvice() {}

  @BeforeCall(owner = "org.apache.catalina.connector.Request", name = "recycle")
  static void beforeRecycle(@Receiver Request request) {
    Requests.refused(request);
  }
}
