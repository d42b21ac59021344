package dev.gossamer.instrumentation.apachehttpclient5;

import dev.gossamer.api.Failures;
import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpClientSpan;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous send, as what the client's chain reports to. Passes everything on in the
 * caller's context: to the links that redirect and retry, and in the end to the application.
 */
final class AsyncSend implements AsyncExecCallback {
  private static final ObjectState<ComplexFuture<?>, AsyncSend> SENDS = new ObjectState<>();

  private final AddressedRequest request;
  private final HttpClientSpan span;
  private final CancellableDependency call;
  private final AsyncExecCallback callback;

  AsyncSend(
      AddressedRequest request,
      HttpClientSpan span,
      CancellableDependency call,
      AsyncExecCallback callback) {
    this.request = request;
    this.span = span;
    this.call = call;
    this.callback = callback;
    if (call instanceof ComplexFuture) {
      SENDS.set((ComplexFuture<?>) call, this);
    }
  }

  /** The last send of a call, or null. */
  static @Nullable AsyncSend of(ComplexFuture<?> call) {
    return SENDS.get(call);
  }

  /** The application gave it up. */
  void cancel() {
    Sends.TRACING.cancelled(span);
  }

  void end(@Nullable HttpResponse response, @Nullable Throwable thrown) {
    try {
      if (thrown != null && call.isCancelled()) {
        Sends.TRACING.cancelled(span);
      } else {
        Sends.TRACING.end(span, request, response, thrown);
      }
    } catch (Throwable failure) {
      Failures.note("apache-httpclient-5", failure);
    }
  }

  @Override
  public AsyncDataConsumer handleResponse(HttpResponse response, @Nullable EntityDetails entity)
      throws HttpException, IOException {
    end(response, null);
    try (Scope ignored = span.parent().makeCurrent()) {
      return callback.handleResponse(response, entity);
    }
  }

  @Override
  public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
    try (Scope ignored = span.parent().makeCurrent()) {
      callback.handleInformationResponse(response);
    }
  }

  @Override
  public void completed() {
    try (Scope ignored = span.parent().makeCurrent()) {
      callback.completed();
    }
  }

  @Override
  public void failed(Exception cause) {
    end(null, cause);
    try (Scope ignored = span.parent().makeCurrent()) {
      callback.failed(cause);
    }
  }
}
