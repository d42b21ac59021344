package dev.gossamer.api.method;

import dev.gossamer.api.Failures;
import org.jspecify.annotations.Nullable;

/**
 * A suspend function of Kotlin. Compiled, it takes one argument more, the continuation of its
 * caller; and when it resumes, it is called anew, with a continuation of its own. Thread-safe.
 */
public final class SuspendFunction {
  /** Its last parameter's type. */
  public static final String CONTINUATION = "kotlin.coroutines.Continuation";

  /** What it returns, whatever it returns in its source. */
  public static final String RESULT = "java.lang.Object";

  private static final String CONTINUATIONS =
      "dev.gossamer.instrumentation.kotlincoroutines.KotlinContinuations";

  private final String instrumentation;
  private final Continuations continuations;

  private SuspendFunction(String instrumentation, Continuations continuations) {
    this.instrumentation = instrumentation;
    this.continuations = continuations;
  }

  /**
   * One such function; null, and counted, when its Kotlin is of another kind.
   *
   * @param instrumentation its name, as in its descriptor
   * @param instrumentations where what knows Kotlin is loaded from
   */
  public static @Nullable SuspendFunction of(
      String instrumentation, @Nullable ClassLoader instrumentations) {
    try {
      return new SuspendFunction(
          instrumentation,
          (Continuations)
              Class.forName(CONTINUATIONS, true, instrumentations).getConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      Failures.note(instrumentation, e);
      return null;
    }
  }

  /**
   * The function is called: a new call starts a span, which stays current on this thread until the
   * function returns; one that goes on makes its own current again.
   *
   * @param continuation the function's last argument
   * @param arguments those whose parameters are annotated; null for none
   * @return null for a call without a span
   */
  public @Nullable SuspendRun enter(
      TracedMethod method, @Nullable Object continuation, @Nullable Object @Nullable [] arguments) {
    SuspendCall call = continuations.resumed(continuation);
    if (call == null) {
      MethodSpan span = method.start(arguments);
      Object own = following(continuation, span);
      return new SuspendRun(continuations, span, span.scope, own, own != continuation);
    }
    MethodSpan span = call.span();
    return span == null
        ? null
        : new SuspendRun(continuations, span, span.context().makeCurrent(), continuation, true);
  }

  /** Whether it is called to go on with a call that {@link #known} was asked for. */
  public boolean resumes(@Nullable Object continuation) {
    return continuations.resumed(continuation) != null;
  }

  /** The continuation by which a new call is known when it goes on. */
  public @Nullable Object known(@Nullable Object continuation) {
    return following(continuation, null);
  }

  private @Nullable Object following(@Nullable Object continuation, @Nullable MethodSpan span) {
    try {
      return continuation == null ? null : continuations.following(continuation, span);
    } catch (Throwable ours) {
      Failures.note(instrumentation, ours);
      return continuation;
    }
  }
}
