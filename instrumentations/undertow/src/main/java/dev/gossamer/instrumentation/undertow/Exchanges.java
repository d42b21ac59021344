package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/** The spans of exchanges, kept on the exchanges; each of these is one request. */
final class Exchanges {
  static final HttpServerTracing<HttpServerExchange, HttpServerExchange> TRACING =
      new HttpServerTracing<>("undertow", new ExchangeAdapter());

  private static final ObjectState<HttpServerExchange, HttpServerSpan> SPANS = new ObjectState<>();

  private Exchanges() {}

  /** Null when there is nothing to be made current. */
  static @Nullable Scope entered(HttpServerExchange exchange) {
    HttpServerSpan span = SPANS.get(exchange);
    if (span != null) {
      return span == HttpServerSpan.current() ? null : span.makeCurrent();
    }
    Completion upgraded = Context.current().get(Completion.UPGRADED);
    span = upgraded == null ? TRACING.start(exchange) : upgraded.adopt();
    if (span == null) {
      return null;
    }
    SPANS.set(exchange, span);
    exchange.addExchangeCompleteListener(new Completion(span));
    TRACING.respond(span, exchange, ExchangeAdapter.HEADERS);
    // Not the context of an upgrade, which is over now.
    return span.makeCurrent();
  }

  static @Nullable Runnable dispatched(HttpServerExchange exchange, @Nullable Runnable task) {
    HttpServerSpan span = task == null ? null : SPANS.get(exchange);
    if (task == null || span == null) {
      return task;
    }
    // The caller's own context says more, where it has one.
    Context context = Context.current();
    return (context == Context.root() ? span.context() : context).wrap(task);
  }

  static void failed(HttpServerExchange exchange, @Nullable Throwable thrown) {
    HttpServerSpan span = SPANS.get(exchange);
    if (span != null && thrown != null) {
      span.failed(thrown);
    }
  }
}
