package dev.gossamer.instrumentation.kotlincoroutines;

import dev.gossamer.api.Failures;
import dev.gossamer.api.method.Continuations;
import dev.gossamer.api.method.MethodSpan;
import dev.gossamer.api.method.SuspendCall;
import java.lang.reflect.Field;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.BaseContinuationImpl;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one suspend function. One that suspends has a class of its own for its continuation;
 * that one's completion is what the function was called with first, and the sign bit of its field
 * {@code label} is set while it calls the function to go on. A function that only ends in a call of
 * another one has none: it passes on what it got, and is not called again.
 *
 * <p>Needs Kotlin's own library only, not kotlinx-coroutines.
 */
public final class KotlinContinuations implements Continuations {
  /** Of the continuation class seen last; there is one for each function, mostly. */
  private volatile @Nullable Field label;

  private volatile boolean unreadable;

  /** By name, when the first such function runs. */
  public KotlinContinuations() {}

  @Override
  public @Nullable SuspendCall resumed(@Nullable Object continuation) {
    if (!(continuation instanceof BaseContinuationImpl)) {
      return null;
    }
    Continuation<?> completion = ((BaseContinuationImpl) continuation).getCompletion();
    if (!(completion instanceof CallContinuation)) {
      return null;
    }
    CallContinuation call = (CallContinuation) completion;
    KotlinContinuations begun = call.function();
    return begun.isResuming(continuation, begun == this) ? call : null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object following(Object continuation, @Nullable MethodSpan span) {
    return new CallContinuation(this, (Continuation<Object>) continuation, span);
  }

  @Override
  public boolean isSuspended(@Nullable Object result) {
    return result == IntrinsicsKt.getCOROUTINE_SUSPENDED();
  }

  /**
   * Whether a continuation that follows on a call of this function calls a function to go on, and
   * not to begin.
   *
   * @param same whether that function is this one
   */
  private boolean isResuming(Object continuation, boolean same) {
    Class<?> type = continuation.getClass();
    if (type == CallContinuation.class) {
      // Passed on by a function that has none of its own.
      return false;
    }
    if (unreadable) {
      return same;
    }
    try {
      Field field = label;
      if (field == null || field.getDeclaringClass() != type) {
        field = type.getDeclaredField("label");
        field.setAccessible(true);
        label = field;
      }
      return field.getInt(continuation) < 0;
    } catch (NoSuchFieldException notCompiledSo) {
      return false;
    } catch (IllegalAccessException | RuntimeException closed) {
      // In a module that is not open. A call of itself is rarer than a suspension.
      unreadable = true;
      Failures.note("kotlinx-coroutines", closed);
      return same;
    }
  }
}
