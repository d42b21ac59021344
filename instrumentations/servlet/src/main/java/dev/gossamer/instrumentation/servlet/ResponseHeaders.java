package dev.gossamer.instrumentation.servlet;

import io.opentelemetry.context.propagation.TextMapSetter;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Adds header lines to a response. */
enum ResponseHeaders implements TextMapSetter<HttpServletResponse> {
  INSTANCE;

  @Override
  public void set(@Nullable HttpServletResponse response, String name, String value) {
    if (response != null) {
      response.addHeader(name, value);
    }
  }
}
