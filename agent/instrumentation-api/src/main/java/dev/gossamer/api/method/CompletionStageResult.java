package dev.gossamer.api.method;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The JDK's completion stages: told of the end, and handed on as they are. */
public final class CompletionStageResult implements AsyncResult {
  /** For {@link AsyncResults}. */
  public CompletionStageResult() {}

  @Override
  public Object watch(Object result, MethodSpan span) {
    if (result instanceof CompletableFuture) {
      CompletableFuture<?> future = (CompletableFuture<?>) result;
      if (future.isDone() && !future.isCompletedExceptionally()) {
        span.finish(null);
        return result;
      }
    }
    ((CompletionStage<?>) result).whenComplete(new Finish(span));
    return result;
  }

  private static final class Finish implements BiConsumer<Object, @Nullable Throwable> {
    private final MethodSpan span;

    Finish(MethodSpan span) {
      this.span = span;
    }

    @Override
    public void accept(Object value, @Nullable Throwable thrown) {
      span.finish(thrown);
    }
  }
}
