package dev.gossamer.instrumentation.guava;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.gossamer.api.method.AsyncResult;
import dev.gossamer.api.method.MethodSpan;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** A traced method's future: told of the end, and handed on as it is. */
public final class ListenableFutureResult implements AsyncResult {
  /** By name, when the first such method runs. */
  public ListenableFutureResult() {}

  @Override
  public Object watch(Object result, MethodSpan span) {
    ListenableFuture<?> future = (ListenableFuture<?>) result;
    Finish finish = new Finish(future, span);
    if (future.isDone()) {
      finish.run();
    } else {
      future.addListener(finish, finish);
    }
    return result;
  }

  /** Runs on the thread that completes the future. */
  private static final class Finish implements Runnable, Executor {
    private final ListenableFuture<?> future;
    private final MethodSpan span;

    Finish(ListenableFuture<?> future, MethodSpan span) {
      this.future = future;
      this.span = span;
    }

    @Override
    public void execute(Runnable listener) {
      listener.run();
    }

    @Override
    public void run() {
      Throwable thrown = null;
      // What is cancelled has not failed.
      if (!future.isCancelled()) {
        try {
          Uninterruptibles.getUninterruptibly(future);
        } catch (ExecutionException | RuntimeException | Error e) {
          thrown = e;
        }
      }
      span.finish(thrown);
    }
  }
}
