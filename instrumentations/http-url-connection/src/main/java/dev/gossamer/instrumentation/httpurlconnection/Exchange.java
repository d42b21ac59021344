package dev.gossamer.instrumentation.httpurlconnection;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Scope;
import java.io.FileNotFoundException;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * The request and answer of one connection, which the application may drive in several calls, and
 * which the JDK drives through the same methods from within.
 */
final class Exchange {
  private static final HttpClientTracing<Request, HttpURLConnection> TRACING =
      new HttpClientTracing<>("http-url-connection", new ConnectionAdapter());
  private static final ObjectState<HttpURLConnection, Exchange> EXCHANGES = new ObjectState<>();

  private final @Nullable HttpClientSpan span;
  private @Nullable Scope scope;
  private @Nullable Thread inside;

  private Exchange(@Nullable HttpClientSpan span) {
    this.span = span;
  }

  /** Null when this call is not the application's own, or there is nothing to trace. */
  static @Nullable Exchange enter(HttpURLConnection connection, String method) {
    Exchange exchange = EXCHANGES.get(connection);
    if (exchange == null) {
      HttpClientSpan span = TRACING.start(new Request(connection, method));
      exchange = new Exchange(span);
      EXCHANGES.set(connection, exchange);
      if (span != null) {
        TRACING.inject(span, connection, ConnectionAdapter.SETTER);
      }
    }
    HttpClientSpan span = exchange.span;
    if (span == null || span.isEnded() || exchange.inside != null) {
      return null;
    }
    exchange.inside = Thread.currentThread();
    exchange.scope = span.makeCurrent();
    return exchange;
  }

  void exit(HttpURLConnection connection, String method, @Nullable Throwable thrown) {
    Scope opened = scope;
    if (opened != null) {
      opened.close();
    }
    HttpClientSpan current = span;
    if (current != null && (thrown != null || method.equals("getInputStream"))) {
      if (thrown == null || isAnswer(thrown)) {
        // Still inside: asking for the status must not look like a call of the application.
        TRACING.end(current, new Request(connection, method), connection, null);
      } else {
        TRACING.end(current, new Request(connection, method), null, thrown);
      }
    }
    scope = null;
    inside = null;
  }

  /**
   * Whether the JDK made the exception out of an answer with an error status. Only then may the
   * status be asked for: else that would send the request again.
   */
  private static boolean isAnswer(Throwable thrown) {
    if (thrown instanceof FileNotFoundException) {
      return true;
    }
    String message = thrown.getMessage();
    return message != null && message.startsWith("Server returned HTTP response code");
  }
}
