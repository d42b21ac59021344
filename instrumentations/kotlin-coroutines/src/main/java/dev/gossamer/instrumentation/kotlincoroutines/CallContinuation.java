package dev.gossamer.instrumentation.kotlincoroutines;

import dev.gossamer.api.method.MethodSpan;
import dev.gossamer.api.method.SuspendCall;
import io.opentelemetry.context.Context;
import kotlin.Result;
import kotlin.ResultKt;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a traced function and its caller, as if the caller had called it through one more
 * suspend function. It extends what compiled functions extend, because whoever suspends one asks
 * its continuation for the dispatcher, the stack frame and the completion in those terms.
 */
final class CallContinuation extends ContinuationImpl implements SuspendCall {
  private static final long serialVersionUID = 1L;

  private final transient KotlinContinuations function;
  private final transient @Nullable MethodSpan span;

  CallContinuation(
      KotlinContinuations function, Continuation<Object> caller, @Nullable MethodSpan span) {
    super(caller, context(caller.getContext(), span));
    this.function = function;
    this.span = span;
  }

  private static CoroutineContext context(CoroutineContext caller, @Nullable MethodSpan span) {
    return span == null ? caller : CallContext.within(caller, span.context());
  }

  KotlinContinuations function() {
    return function;
  }

  @Override
  public @Nullable MethodSpan span() {
    return span;
  }

  /** The function is done, after a suspension; what this returns is what the caller gets. */
  @Override
  protected @Nullable Object invokeSuspend(Object result) {
    if (span != null) {
      span.finish(result instanceof Result.Failure ? ((Result.Failure) result).exception : null);
      goBack(span.context());
    }
    ResultKt.throwOnFailure(result);
    return result;
  }

  /**
   * The caller goes on now, on this thread, on which the library has set the context of the
   * function; what was there before it will be set again by the library, too. A context that
   * somebody else set stays.
   */
  private void goBack(Context own) {
    Continuation<Object> caller = getCompletion();
    Context callers = caller == null ? null : CallContext.of(caller.getContext());
    if (callers != null && Context.current() == own) {
      ContextElement.enter(callers);
    }
  }
}
