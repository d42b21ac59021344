package dev.gossamer.api.method;

import dev.gossamer.api.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The declared return types whose methods are done later than they return. What belongs to a
 * library stands with the library's instrumentation and is loaded beside the application's copy, by
 * name, when the first such method runs.
 */
public final class AsyncResults {
  private static final String HERE = "dev.gossamer.api.method.";
  private static final String THERE = "dev.gossamer.instrumentation.";
  private static final String RX_2 = "io.reactivex.";
  private static final String RX_3 = "io.reactivex.rxjava3.core.";

  /** In the variant of the instrumentation that is made for the renamed packages. */
  private static final String WATCHED_RX_3 =
      THERE + "rxjava.io_reactivex_rxjava3_plugins.WatchedSource";

  private static final String WATCHED_RX_2 = THERE + "rxjava.WatchedSource";

  private static final String[] TYPES = {
    "java.util.concurrent.CompletionStage",
    "java.util.concurrent.CompletableFuture",
    "com.google.common.util.concurrent.ListenableFuture",
    "reactor.core.publisher.Mono",
    "reactor.core.publisher.Flux",
    RX_2 + "Completable",
    RX_2 + "Flowable",
    RX_2 + "Maybe",
    RX_2 + "Observable",
    RX_2 + "Single",
    RX_3 + "Completable",
    RX_3 + "Flowable",
    RX_3 + "Maybe",
    RX_3 + "Observable",
    RX_3 + "Single"
  };
  private static final String[] WATCHED_BY = {
    HERE + "CompletionStageResult",
    HERE + "CompletionStageResult",
    THERE + "guava.ListenableFutureResult",
    THERE + "reactor.MonoResult",
    THERE + "reactor.FluxResult",
    WATCHED_RX_2,
    WATCHED_RX_2,
    WATCHED_RX_2,
    WATCHED_RX_2,
    WATCHED_RX_2,
    WATCHED_RX_3,
    WATCHED_RX_3,
    WATCHED_RX_3,
    WATCHED_RX_3,
    WATCHED_RX_3
  };

  private AsyncResults() {}

  /** Binary names of the types. */
  public static String[] types() {
    return TYPES.clone();
  }

  /** How results of that method are watched; null when it is done when it returns. */
  static @Nullable AsyncResult of(
      AdvisedMethod method, String instrumentation, @Nullable ClassLoader instrumentations) {
    for (int i = 0; i < TYPES.length; i++) {
      if (method.returns().equals(AdvisedMethod.descriptor(TYPES[i]))) {
        try {
          return (AsyncResult)
              Class.forName(WATCHED_BY[i], true, instrumentations).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
          // A library of another shape: the span ends when the method returns.
          Failures.note(instrumentation, e);
        }
      }
    }
    return null;
  }
}
