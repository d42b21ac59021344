package dev.gossamer.instrumentation.tomcat;

import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat marks an answer whose stream or writer could not send it, but not one whose flushing found
 * out that the client has gone; and the application may tell nobody.
 */
final class FlushAdvice {
  private FlushAdvice() {}

  @Exit
  static void exit(@This Response response, @Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      Requests.broke(response.getRequest(), thrown);
    }
  }
}
