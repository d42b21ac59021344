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

  /** Where a function that can be overridden has its code, under a copy of its annotations. */
  private static final String BODY = "$suspendImpl";

  private final String instrumentation;
  private final boolean body;
  private final Continuations continuations;

  private SuspendFunction(String instrumentation, boolean body, Continuations continuations) {
    this.instrumentation = instrumentation;
    this.body = body;
    this.continuations = continuations;
  }

  /**
   * One such function; null, and counted, when its Kotlin is of another kind.
   *
   * @param instrumentation its name, as in its descriptor
   * @param instrumentations where what knows Kotlin is loaded from
   */
  public static @Nullable SuspendFunction of(
      String instrumentation, AdvisedMethod method, @Nullable ClassLoader instrumentations) {
    try {
      return new SuspendFunction(
          instrumentation,
          method.name().endsWith(BODY),
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
      if (body) {
        // Called by the function, whose span is there.
        return null;
      }
      MethodSpan span = method.start(arguments);
      Object own = following(continuation, span);
      return new SuspendRun(continuations, span, span.scope, own, own != continuation);
    }
    MethodSpan span = call.span();
    return span == null
        ? null
        : new SuspendRun(continuations, span, span.context().makeCurrent(), continuation, true);
  }

  /** Whether a call begins, and not one goes on that {@link #known} was asked for. */
  public boolean begins(@Nullable Object continuation) {
    return !body && continuations.resumed(continuation) == null;
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
