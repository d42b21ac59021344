package dev.gossamer.instrumentation.apachehttpasyncclient4;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.apache.http.concurrent.FutureCallback;

/** The application's callback, called in the context in which it was handed over. */
final class CallerCallback<T> implements FutureCallback<T> {
  private final FutureCallback<T> callback;
  private final Context caller;

  CallerCallback(FutureCallback<T> callback, Context caller) {
    this.callback = callback;
    this.caller = caller;
  }

  @Override
  public void completed(T result) {
    try (Scope ignored = caller.makeCurrent()) {
      callback.completed(result);
    }
  }

  @Override
  public void failed(Exception cause) {
    try (Scope ignored = caller.makeCurrent()) {
      callback.failed(cause);
    }
  }

  @Override
  public void cancelled() {
    try (Scope ignored = caller.makeCurrent()) {
      callback.cancelled();
    }
  }
}
