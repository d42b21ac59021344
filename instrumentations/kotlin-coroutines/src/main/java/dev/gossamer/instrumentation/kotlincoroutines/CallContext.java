package dev.gossamer.instrumentation.kotlincoroutines;

import io.opentelemetry.context.Context;
import java.util.Objects;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function2;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine context within a traced suspend function: that of its caller, with the same
 * elements, but where {@link ContextElement} is asked to set a context, it sets the function's.
 *
 * <p>It is no element that could be counted, since a flow may be emitted to from within the very
 * elements of its collector only, and a function may emit. Immutable.
 */
final class CallContext implements CoroutineContext {
  private final CoroutineContext elements;
  private final Context context;

  private CallContext(CoroutineContext elements, Context context) {
    this.elements = elements;
    this.context = context;
  }

  /** The caller's as it is within the function; the same where nobody would set a context. */
  static CoroutineContext within(CoroutineContext caller, Context context) {
    if (ContextElement.Key.in(caller) == null) {
      return caller;
    }
    return new CallContext(
        caller instanceof CallContext ? ((CallContext) caller).elements : caller, context);
  }

  /** What is set on each thread that such a coroutine enters; null when nothing is. */
  static @Nullable Context of(CoroutineContext coroutineContext) {
    if (coroutineContext instanceof CallContext) {
      return ((CallContext) coroutineContext).context;
    }
    ContextElement element = ContextElement.Key.in(coroutineContext);
    return element == null ? null : element.context();
  }

  @Override
  public <E extends CoroutineContext.Element> @Nullable E get(CoroutineContext.Key<E> key) {
    return elements.get(key);
  }

  /** What is added to another coroutine context, which is done by folding, brings its context. */
  @Override
  @SuppressWarnings("unchecked")
  public <R> R fold(
      R initial, Function2<? super R, ? super CoroutineContext.Element, ? extends R> operation) {
    R folded = elements.fold(initial, operation);
    return initial instanceof CoroutineContext && folded instanceof CoroutineContext
        ? (R) with((CoroutineContext) folded)
        : folded;
  }

  @Override
  public CoroutineContext plus(CoroutineContext added) {
    return added == EmptyCoroutineContext.INSTANCE ? this : with(elements.plus(added));
  }

  @Override
  public CoroutineContext minusKey(CoroutineContext.Key<?> key) {
    return with(elements.minusKey(key));
  }

  /** With other elements; as they are when they say what is to be set, or that nothing is. */
  private CoroutineContext with(CoroutineContext others) {
    if (others == elements) {
      return this;
    }
    return others instanceof CallContext
            || ContextElement.Key.in(others) != ContextElement.Key.in(elements)
        ? others
        : new CallContext(others, context);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallContext
        && ((CallContext) other).context == context
        && ((CallContext) other).elements.equals(elements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(elements, context);
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}
