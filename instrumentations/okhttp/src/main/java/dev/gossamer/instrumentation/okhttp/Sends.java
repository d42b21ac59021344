package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What one call sends: the request and each redirect or retry of it. Found again through the
 * context. Used by one thread at a time, as the call is.
 */
final class Sends {
  private static final HttpClientTracing<Request, Response> TRACING =
      new HttpClientTracing<>("okhttp", new RequestAdapter());
  private static final ContextKey<Sends> KEY = ContextKey.named("gossamer-okhttp-sends");

  /** Null where a chain goes on in a thread that does not know its call. */
  private final @Nullable Call call;

  private int sent;

  /** Of the send under way, or of a failed one about which nothing is decided yet. */
  private @Nullable HttpClientSpan span;

  private @Nullable Request request;

  /** That of the engine made last, before 3.4. */
  private @Nullable Request next;

  private boolean unconnected;

  Sends(@Nullable Call call) {
    this.call = call;
  }

  static @Nullable Sends current() {
    return Context.current().get(KEY);
  }

  Scope makeCurrent() {
    return Context.current().with(KEY, this).makeCurrent();
  }

  /** A request is about to be sent; another address of the same host is no new one. */
  void begin(Request request) {
    if (span != null && !unconnected) {
      cancelled(span);
    }
    if (span == null) {
      span = TRACING.start(Context.current(), request, sent);
      if (span != null) {
        sent++;
        this.request = request;
      }
    }
    unconnected = false;
  }

  void next(Request request) {
    next = request;
  }

  void beginNext() {
    Request request = next;
    if (request != null) {
      begin(request);
    }
  }

  /** The context in which the current request is sent, or null when it has no span of its own. */
  @Nullable Context context() {
    HttpClientSpan current = span;
    if (current == null) {
      return null;
    }
    Context context = current.context();
    return context.get(KEY) == this ? context : context.with(KEY, this);
  }

  Request inject(Request original) {
    HttpClientSpan current = span;
    if (current == null) {
      return original;
    }
    Request.Builder builder = original.newBuilder();
    TRACING.inject(current, builder, RequestAdapter.SETTER);
    return builder.build();
  }

  void answered(@Nullable Response response) {
    end(response, null);
  }

  /** There was no connection. Whether there is another address to try, only OkHttp knows. */
  void notConnected(Throwable thrown) {
    unconnected = true;
    if (call == null) {
      end(null, cause(thrown));
    }
  }

  void failed(Throwable thrown) {
    // Until 4.x an exception of this one's own says that there was no connection.
    if (thrown.getClass().getName().endsWith("RouteException")) {
      notConnected(thrown);
    } else if (!isCancelled()) {
      end(null, thrown);
    }
  }

  /** OkHttp follows up with another send, or gives up; not when it goes on to another address. */
  void decided(Throwable thrown) {
    if (!unconnected) {
      failed(thrown);
    }
  }

  /** OkHttp neither retries nor follows any further. */
  void followed(@Nullable Throwable thrown) {
    unconnected = false;
    if (thrown != null && !isCancelled()) {
      end(null, thrown);
    }
  }

  void callEnded(@Nullable Throwable thrown) {
    HttpClientSpan open = span;
    if (open == null) {
      return;
    }
    // A call that takes too long is cancelled too, by OkHttp itself, and only this exception tells.
    if (thrown != null && (!isCancelled() || thrown instanceof InterruptedIOException)) {
      end(null, thrown);
    } else {
      cancelled(open);
    }
  }

  private boolean isCancelled() {
    Call call = this.call;
    return call != null && call.isCanceled();
  }

  private void cancelled(HttpClientSpan open) {
    span = null;
    request = null;
    TRACING.cancelled(open);
  }

  private void end(@Nullable Response response, @Nullable Throwable thrown) {
    HttpClientSpan open = span;
    Request sent = request;
    span = null;
    request = null;
    if (open != null && sent != null) {
      TRACING.end(open, sent, response, thrown);
    }
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause instanceof IOException ? cause : thrown;
  }
}
