package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/** Adds header lines to the answer of an exchange. */
enum ResponseHeaders implements TextMapSetter<HttpExchange> {
  INSTANCE;

  @Override
  public void set(@Nullable HttpExchange exchange, String name, String value) {
    if (exchange != null) {
      exchange.getResponseHeaders().add(name, value);
    }
  }
}
