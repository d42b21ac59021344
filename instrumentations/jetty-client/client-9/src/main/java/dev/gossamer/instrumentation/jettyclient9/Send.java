package dev.gossamer.instrumentation.jettyclient9;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.client.HttpExchange;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.jspecify.annotations.Nullable;

/**
 * One send. Kept on its request, of which redirects and answers to challenges make a new one each,
 * until the last listener was told; how many there were is kept on their conversation.
 */
final class Send {
  private static final HttpClientTracing<Request, Response> TRACING =
      new HttpClientTracing<>("jetty-httpclient-9", new RequestAdapter());
  private static final ObjectState<Object, Send> SENDS = new ObjectState<>();
  private static final ObjectState<Object, Integer> COUNTS = new ObjectState<>();

  private final HttpClientSpan span;

  private Send(HttpClientSpan span) {
    this.span = span;
  }

  static void begin(HttpExchange exchange, Request request) {
    // Tunnels are none of the application's requests, and one may be queued again.
    if ("CONNECT".equals(request.getMethod()) || SENDS.get(request) != null) {
      return;
    }
    Object conversation = exchange.getConversation();
    Integer before = COUNTS.get(conversation);
    int count = before == null ? 0 : before;
    COUNTS.set(conversation, count + 1);
    HttpClientSpan span = TRACING.start(Context.current(), request, count);
    if (span != null) {
      TRACING.inject(span, request, RequestAdapter.SETTER);
      SENDS.set(request, new Send(span));
    }
  }

  static @Nullable Send of(Request request) {
    return SENDS.get(request);
  }

  /** The head of an answer is there; interim answers are none. */
  void answered(Request request, Response response) {
    int status = response.getStatus();
    if (status >= 200 || status == 101) {
      TRACING.end(span, request, response, null);
    }
  }

  void failed(Request request, @Nullable Throwable failure) {
    if (failure instanceof CancellationException) {
      TRACING.cancelled(span);
    } else if (failure != null) {
      TRACING.end(span, request, null, failure);
    }
  }

  /** Every listener was told. */
  void completed(Request request) {
    SENDS.take(request);
    TRACING.cancelled(span);
  }

  /** Makes the caller's context current; null when there is nothing in it. */
  @Nullable Scope enterCaller() {
    Context caller = span.parent();
    return caller == Context.root() ? null : caller.makeCurrent();
  }
}
