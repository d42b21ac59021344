package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * How often the request of one call was sent, and for whom. Kept on the call's runtime, which
 * redirects and retries share and the application never sees.
 */
final class Sends {
  static final HttpClientTracing<AddressedRequest, HttpResponse> TRACING =
      new HttpClientTracing<>("apache-httpclient-5", new RequestAdapter());
  private static final ObjectState<Object, Sends> CALLS = new ObjectState<>();

  private final Context caller;
  private int count;

  private Sends(Context caller) {
    this.caller = caller;
  }

  /** The span of the call's next send; null when there is nothing to trace. */
  static @Nullable HttpClientSpan next(Object runtime, AddressedRequest request) {
    Sends sends = CALLS.get(runtime);
    if (sends == null) {
      sends = new Sends(Context.current());
      CALLS.set(runtime, sends);
    }
    HttpClientSpan span = TRACING.start(sends.caller, request, sends.nextNumber());
    if (span != null) {
      TRACING.inject(span, request.request, RequestAdapter.SETTER);
    }
    return span;
  }

  private synchronized int nextNumber() {
    return count++;
  }
}
