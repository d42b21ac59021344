package dev.gossamer.instrumentation.apachehttpclient4;

import dev.gossamer.api.http.HttpClientSpan;
import dev.gossamer.api.http.HttpClientTracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** One send of a request; where the client answers a challenge, one after the other. */
final class Send {
  private static final HttpClientTracing<AddressedRequest, HttpResponse> TRACING =
      new HttpClientTracing<>("apache-httpclient-4", new RequestAdapter());

  private final AddressedRequest request;
  private final Context caller;
  private final @Nullable Call call;
  private HttpClientSpan span;
  private Scope scope;
  private @Nullable HttpResponse answer;

  private Send(AddressedRequest request, @Nullable Call call, HttpClientSpan span) {
    this.request = request;
    this.call = call;
    this.span = span;
    caller = span.parent();
    scope = enter();
  }

  static @Nullable Send begin(HttpRequest request, HttpHost target) {
    AddressedRequest addressed = new AddressedRequest(request, target);
    Call call = Call.current();
    HttpClientSpan span =
        TRACING.start(Context.current(), addressed, call == null ? 0 : call.nextSend());
    if (span == null) {
      return null;
    }
    Send send = new Send(addressed, call, span);
    if (call != null) {
      call.sending = send;
    }
    return send;
  }

  private Scope enter() {
    TRACING.inject(span, request.request, RequestAdapter.SETTER);
    return span.makeCurrent();
  }

  /** The send that puts this request on the wire; null for requests to proxies. */
  static @Nullable Send of(@Nullable HttpRequest request) {
    Call call = Call.current();
    Send sending = call == null ? null : call.sending;
    return sending == null || sending.request.request != request ? null : sending;
  }

  /** Another span when the request has been answered, but goes out once more. */
  void transmitting() {
    HttpResponse before = answer;
    if (before == null || call == null) {
      return;
    }
    scope.close();
    TRACING.end(span, request, before, null);
    answer = null;
    HttpClientSpan next = TRACING.start(caller, request, call.nextSend());
    if (next != null) {
      span = next;
    }
    scope = enter();
  }

  void answered(HttpResponse response) {
    answer = response;
  }

  void end(@Nullable HttpResponse response, @Nullable Throwable thrown, boolean aborted) {
    scope.close();
    if (call != null) {
      call.sending = null;
    }
    if (thrown != null && aborted) {
      TRACING.cancelled(span);
    } else {
      TRACING.end(span, request, response, thrown);
    }
  }
}
