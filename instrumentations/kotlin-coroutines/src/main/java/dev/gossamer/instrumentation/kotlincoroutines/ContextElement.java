package dev.gossamer.instrumentation.kotlincoroutines;

import dev.gossamer.api.Failures;
import io.opentelemetry.context.Context;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;
import org.jspecify.annotations.Nullable;

/**
 * The context of a coroutine, and of those it launches. It stays as it was at the launch: what the
 * coroutine itself makes current ends with its next suspension at the latest, as nobody could close
 * it on another thread. Within a traced function it is the function's, see {@link CallContext}.
 * Immutable.
 */
final class ContextElement extends AbstractCoroutineContextElement
    implements ThreadContextElement<Context> {
  /** For coroutines that nobody's request launched: they must not adopt who resumes them. */
  private static final ContextElement ROOT = new ContextElement(Context.root());

  private final Context context;

  private ContextElement(Context context) {
    super(Key.INSTANCE);
    this.context = context;
  }

  static ContextElement of(Context context) {
    return context == Context.root() ? ROOT : new ContextElement(context);
  }

  Context context() {
    return context;
  }

  @Override
  public Context updateThreadContext(CoroutineContext coroutineContext) {
    Context next = CallContext.of(coroutineContext);
    return enter(next == null ? context : next);
  }

  @Override
  public void restoreThreadContext(CoroutineContext coroutineContext, Context outer) {
    // Whatever the coroutine left open goes too.
    enter(outer);
  }

  /** Makes it the thread's context; returns the one before. */
  static Context enter(Context next) {
    Context current = Context.current();
    if (next != current) {
      try {
        next.makeCurrent();
      } catch (Throwable ours) {
        Failures.note("kotlinx-coroutines", ours);
      }
    }
    return current;
  }

  /** Coroutine contexts are printed with all their elements. */
  @Override
  public String toString() {
    return "Gossamer";
  }

  /** Can be asked for without kotlinx-coroutines, too. */
  static final class Key implements CoroutineContext.Key<ContextElement> {
    static final Key INSTANCE = new Key();

    private Key() {}

    static @Nullable ContextElement in(CoroutineContext coroutineContext) {
      return coroutineContext.get(INSTANCE);
    }
  }
}
