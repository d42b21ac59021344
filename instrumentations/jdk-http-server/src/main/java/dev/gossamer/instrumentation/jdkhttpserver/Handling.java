package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** One request in the hands of the application's handler. */
final class Handling {
  private static final HttpServerTracing<HttpExchange, HttpExchange> TRACING =
      new HttpServerTracing<>("java-http-server", new ExchangeAdapter());

  /** Spans whose handler returned before it answered. */
  private static final ObjectState<HttpExchange, HttpServerSpan> UNANSWERED = new ObjectState<>();

  /** Exchanges that were closed without an answer while their handler ran. */
  private static final ObjectState<HttpExchange, Boolean> CLOSED = new ObjectState<>();

  private final HttpServerSpan span;
  private final Scope scope;

  private Handling(HttpServerSpan span) {
    this.span = span;
    scope = span.makeCurrent();
  }

  static @Nullable Handling start(HttpExchange exchange) {
    HttpServerSpan span = TRACING.start(exchange);
    if (span == null) {
      return null;
    }
    String route = ExchangeAdapter.routeAtStart(exchange);
    if (route != null) {
      span.route(route);
    }
    TRACING.respond(span, exchange, ResponseHeaders.INSTANCE);
    return new Handling(span);
  }

  void handlerReturned(HttpExchange exchange, @Nullable Throwable thrown) {
    scope.close();
    if (thrown == null && exchange.getResponseCode() == -1) {
      // Handed to another thread, which will answer; most close only the body and not the exchange.
      UNANSWERED.set(exchange, span);
      boolean over = exchange.getResponseCode() != -1 || CLOSED.take(exchange) != null;
      if (!over || UNANSWERED.take(exchange) == null) {
        return;
      }
    }
    TRACING.end(span, exchange, exchange, thrown);
  }

  static void closed(HttpExchange exchange, @Nullable Throwable thrown) {
    if (exchange.getResponseCode() == -1) {
      // Before the look at what waits: the handler's thread does it the other way round.
      CLOSED.set(exchange, true);
    }
    answered(exchange, thrown);
  }

  static void answered(HttpExchange exchange, @Nullable Throwable thrown) {
    HttpServerSpan span = UNANSWERED.take(exchange);
    if (span != null) {
      TRACING.end(span, exchange, exchange, thrown);
    }
  }
}
