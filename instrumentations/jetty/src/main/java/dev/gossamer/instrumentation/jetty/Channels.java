package dev.gossamer.instrumentation.jetty;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The spans of requests, kept on the channels, which see one request after the other. */
final class Channels {
  private static final HttpServerTracing<Request, Response> TRACING =
      new HttpServerTracing<>("jetty", new JettyAdapter());

  private static final ObjectState<HttpChannel, HttpServerSpan> SPANS = new ObjectState<>();

  /** The first reason why an answer was broken off; what follows from that says less. */
  private static final ObjectState<HttpChannel, Throwable> FAILURES = new ObjectState<>();

  private Channels() {}

  static void requested(HttpChannel channel) {
    Request request = channel.getRequest();
    // A message that was too bad to have a method is none of ours.
    HttpServerSpan span = request.getMethod() == null ? null : TRACING.start(request);
    if (span != null) {
      SPANS.set(channel, span);
      TRACING.respond(span, channel.getResponse(), JettyAdapter.HEADERS);
    }
  }

  /** Null when there is nothing to be made current. */
  static @Nullable Scope entered(HttpChannel channel) {
    HttpServerSpan span = SPANS.get(channel);
    return span == null ? null : span.makeCurrent();
  }

  static void aborted(HttpChannel channel, @Nullable Throwable failure) {
    if (failure != null && SPANS.get(channel) != null) {
      FAILURES.setIfAbsent(channel, failure);
    }
  }

  /** An answer that was broken off is over, and Jetty does not always complete its request. */
  static void left(HttpChannel channel) {
    if (FAILURES.get(channel) != null) {
      completed(channel);
    }
  }

  static void completed(HttpChannel channel) {
    HttpServerSpan span = SPANS.take(channel);
    if (span == null) {
      return;
    }
    Request request = channel.getRequest();
    Response response = channel.getResponse();
    Throwable thrown = FAILURES.get(channel);
    if (thrown != null) {
      FAILURES.take(channel);
    } else if (response.getStatus() >= 500) {
      thrown = JettyAdapter.thrown(request);
    }
    if (thrown instanceof EofException || thrown instanceof ClosedChannelException) {
      span.failed(thrown);
      TRACING.disconnected(span, request, response);
    } else {
      TRACING.end(span, request, response, thrown);
    }
  }
}
