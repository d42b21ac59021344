package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.Failures;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import io.opentelemetry.context.Scope;
import java.nio.channels.ClosedChannelException;
import java.util.function.Function;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request in the hands of handlers; is told by its stream when the answer is complete. */
final class Handling implements Function<HttpStream, HttpStream> {
  private static final HttpServerTracing<Request, Response> TRACING =
      new HttpServerTracing<>("jetty-12", new Jetty12Adapter());

  /** By the callback that handlers complete; its class is made for one request. */
  private static final ObjectState<Callback, Handling> UNDER_WAY = new ObjectState<>();

  /** Deeper than any real chain of causes. */
  private static final int DEEPEST = 10;

  private final HttpServerSpan span;
  private final Request request;
  private final Response response;
  private volatile @Nullable Throwable thrown;

  private Handling(HttpServerSpan span, Request request, Response response) {
    this.span = span;
    this.request = request;
    this.response = response;
  }

  /** Null when this thread works on the request already. */
  static @Nullable Scope start(Request request, Response response, Callback done) {
    HttpServerSpan span = TRACING.start(request);
    if (span == null) {
      return null;
    }
    Handling handling = new Handling(span, request, response);
    try {
      request.addHttpStreamWrapper(handling);
    } catch (IllegalStateException brokenOff) {
      // Nobody would tell of the end.
      TRACING.end(span, request, response, brokenOff);
      return null;
    }
    UNDER_WAY.set(done, handling);
    TRACING.respond(span, response, Jetty12Adapter.HEADERS);
    return span.makeCurrent();
  }

  static void failed(Callback done, @Nullable Throwable thrown) {
    Handling handling = UNDER_WAY.take(done);
    if (handling != null) {
      handling.thrown = thrown;
    }
  }

  static void answeredWithError(Request request, Response response) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && !span.isEnded() && response.getStatus() >= 500) {
      Throwable thrown = Jetty12Adapter.thrown(request);
      if (thrown != null) {
        span.failed(thrown);
      }
    }
  }

  @Override
  public HttpStream apply(HttpStream stream) {
    return new Stream(stream, this);
  }

  private void completed(@Nullable Throwable failure) {
    try {
      Throwable error = failure;
      if (error == null && response.getStatus() >= 500) {
        error = thrown == null ? Jetty12Adapter.thrown(request) : thrown;
      }
      if (failure != null && isOfConnection(failure)) {
        span.failed(failure);
        TRACING.disconnected(span, request, response);
      } else {
        TRACING.end(span, request, response, error);
      }
    } catch (Throwable e) {
      Failures.note("jetty-12", e);
    }
  }

  /** Servlets and frameworks wrap what they could not write. */
  private static boolean isOfConnection(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEEPEST; i++) {
      if (cause instanceof EofException || cause instanceof ClosedChannelException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Jetty calls one of the two, last of all. */
  private static final class Stream extends HttpStream.Wrapper {
    private final Handling handling;

    Stream(HttpStream wrapped, Handling handling) {
      super(wrapped);
      this.handling = handling;
    }

    @Override
    public void succeeded() {
      handling.completed(null);
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      handling.completed(failure);
      super.failed(failure);
    }
  }
}
