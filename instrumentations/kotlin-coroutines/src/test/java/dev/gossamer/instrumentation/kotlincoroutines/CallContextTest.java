package dev.gossamer.instrumentation.kotlincoroutines;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.CoroutineName;
import org.junit.jupiter.api.Test;

/** Within a function the elements are its caller's, and what is set on threads is its own. */
final class CallContextTest {
  private static final ContextKey<String> KEY = ContextKey.named("test");

  private final Context launched = Context.root().with(KEY, "launched");
  private final Context within = launched.with(KEY, "within");
  private final ContextElement element = ContextElement.of(launched);
  private final CoroutineContext caller = element.plus(new CoroutineName("caller"));
  private final CoroutineContext call = CallContext.within(caller, within);

  @Test
  void hasTheVeryElementsOfItsCaller() {
    assertThat(elements(call)).isEqualTo(elements(caller)).contains(element);
    assertThat(call.get(ContextElement.Key.INSTANCE)).isSameAs(element);
    assertThat(call).hasToString(caller.toString());
  }

  @Test
  void setsItsOwnContextOnAThread() {
    try (Scope ignored = Context.root().makeCurrent()) {
      Context before = element.updateThreadContext(call);
      assertThat(Context.current()).isSameAs(within);
      element.restoreThreadContext(call, before);
      element.updateThreadContext(caller);
      assertThat(Context.current()).isSameAs(launched);
      element.restoreThreadContext(caller, before);
      assertThat(Context.current()).isSameAs(Context.root());
    }
  }

  @Test
  void staysWhenOtherElementsComeAndGo() {
    assertThat(CallContext.of(call.plus(new CoroutineName("other")))).isSameAs(within);
    assertThat(CallContext.of(call.minusKey(CoroutineName.Key))).isSameAs(within);
    assertThat(CallContext.of(new CoroutineName("other").plus(call))).isSameAs(within);
    assertThat(CallContext.of(caller.plus(call))).isSameAs(within);
    assertThat(call.plus(EmptyCoroutineContext.INSTANCE)).isSameAs(call);
    assertThat(call.plus(call)).isEqualTo(call).hasSameHashCodeAs(call);
  }

  @Test
  void yieldsToAContextThatIsAddedOnPurpose() {
    Context other = launched.with(KEY, "other");
    assertThat(CallContext.of(call.plus(ContextElement.of(other)))).isSameAs(other);
    assertThat(CallContext.of(call.plus(CallContext.within(caller, other)))).isSameAs(other);
    assertThat(CallContext.of(call.minusKey(ContextElement.Key.INSTANCE))).isNull();
  }

  @Test
  void isNotMadeWhereNothingSetsContexts() {
    CoroutineContext plain = new CoroutineName("plain");
    assertThat(CallContext.within(plain, within)).isSameAs(plain);
    assertThat(CallContext.within(EmptyCoroutineContext.INSTANCE, within))
        .isSameAs(EmptyCoroutineContext.INSTANCE);
  }

  @Test
  void ofACallWithinACallIsThatOfTheInnerOne() {
    Context inner = within.with(KEY, "inner");
    CoroutineContext nested = CallContext.within(call, inner);
    assertThat(CallContext.of(nested)).isSameAs(inner);
    assertThat(nested).isEqualTo(CallContext.within(caller, inner)).isNotEqualTo(call);
  }

  private static List<CoroutineContext.Element> elements(CoroutineContext context) {
    return context.fold(
        new ArrayList<>(),
        (elements, element) -> {
          elements.add(element);
          return elements;
        });
  }
}
