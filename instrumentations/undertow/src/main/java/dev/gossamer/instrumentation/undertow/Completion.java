package dev.gossamer.instrumentation.undertow;

import dev.gossamer.api.Failures;
import dev.gossamer.api.http.HttpServerSpan;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;

/** Ends the span when Undertow says that an exchange is complete, however it went. */
final class Completion implements ExchangeCompletionListener {
  /** Current while a connection changes to HTTP/2. */
  static final ContextKey<Completion> UPGRADED = ContextKey.named("gossamer-undertow-upgraded");

  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpServerSpan span;
  private boolean adopted;

  Completion(HttpServerSpan span) {
    this.span = span;
  }

  @Override
  public void exchangeEvent(HttpServerExchange exchange, NextListener next) {
    if (exchange.getStatusCode() == SWITCHING_PROTOCOLS
        && "h2c".equals(exchange.getResponseHeaders().getFirst(Headers.UPGRADE))) {
      // The same request comes once more, by another exchange, while the next listener runs.
      try (Scope unused = span.context().with(UPGRADED, this).makeCurrent()) {
        next.proceed();
      }
      if (!adopted) {
        end(exchange);
      }
      return;
    }
    end(exchange);
    next.proceed();
  }

  /** The span goes on with the exchange at hand. */
  HttpServerSpan adopt() {
    adopted = true;
    return span;
  }

  private void end(HttpServerExchange exchange) {
    try {
      Throwable thrown = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
      boolean complete =
          exchange.getStatusCode() == SWITCHING_PROTOCOLS
              || exchange.isResponseComplete() && exchange.getConnection().isOpen();
      if (!complete && (thrown == null || thrown instanceof IOException)) {
        if (thrown != null) {
          span.failed(thrown);
        }
        Exchanges.TRACING.disconnected(span, exchange, exchange);
      } else {
        Exchanges.TRACING.end(span, exchange, exchange, thrown);
      }
    } catch (Throwable failure) {
      Failures.note("undertow", failure);
    }
  }
}
