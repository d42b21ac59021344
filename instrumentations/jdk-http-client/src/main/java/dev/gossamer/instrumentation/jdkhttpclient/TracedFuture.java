package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.api.Failures;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The client's future as the application sees it: completes in the caller's context, so that
 * callbacks belong to the caller's span and not to the request's. Cancelling it cancels the
 * client's own; stages made of it run where the client's own would.
 */
final class TracedFuture<T> extends CompletableFuture<T> {
  private final CompletableFuture<?> source;

  private TracedFuture(CompletableFuture<?> source) {
    this.source = source;
  }

  static <T> CompletableFuture<HttpResponse<T>> of(
      CompletableFuture<HttpResponse<T>> source, Exchange exchange) {
    Context caller = exchange.caller();
    TracedFuture<HttpResponse<T>> traced = new TracedFuture<>(source);
    source.whenComplete(
        (response, thrown) -> {
          try {
            exchange.end(response, thrown);
          } catch (Throwable failure) {
            Failures.note("java-http-client", failure);
          }
          try (Scope ignored = caller.makeCurrent()) {
            if (thrown != null) {
              traced.completeExceptionally(thrown);
            } else {
              traced.complete(response);
            }
          }
        });
    return traced;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    source.cancel(mayInterruptIfRunning);
    return cancelled;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    // Stages too cancel the request, as they do without us (JDK 16 and later).
    return new TracedFuture<>(source);
  }

  @Override
  public Executor defaultExecutor() {
    return source.defaultExecutor();
  }
}
