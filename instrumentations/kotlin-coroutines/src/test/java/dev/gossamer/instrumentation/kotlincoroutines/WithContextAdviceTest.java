package dev.gossamer.instrumentation.kotlincoroutines;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.CoroutineName;
import kotlinx.coroutines.Dispatchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A block sees what its coroutine made current, where that changes nothing that a flow forbids. */
final class WithContextAdviceTest {
  private static final ContextKey<String> KEY = ContextKey.named("test");

  private final Context launched = Context.root().with(KEY, "launched");
  private final CoroutineContext coroutine =
      ContextElement.of(launched).plus(new CoroutineName("name"));

  @Test
  void addsNothingWhereTheCoroutineChangedNothing() {
    CoroutineContext added = (CoroutineContext) Dispatchers.getDefault();
    try (Scope ignored = launched.makeCurrent()) {
      assertThat(inBlock(added)).isSameAs(added);
    }
  }

  @Test
  void addsWhatTheCoroutineMadeCurrent() {
    Context changed = launched.with(KEY, "changed");
    try (Scope ignored = changed.makeCurrent()) {
      CoroutineContext inBlock = inBlock((CoroutineContext) Dispatchers.getDefault());
      assertThat(CallContext.of(inBlock)).isSameAs(changed);
    }
  }

  @Test
  void leavesTheContextThatABlockIsGiven() {
    CoroutineContext added = ContextElement.of(Context.root()).plus(new CoroutineName("other"));
    try (Scope ignored = launched.with(KEY, "changed").makeCurrent()) {
      assertThat(inBlock(added)).isSameAs(added);
    }
  }

  @Test
  void leavesABlockFromWhichAFlowMayEmit() {
    CoroutineContext same = new CoroutineName("name");
    try (Scope ignored = launched.with(KEY, "changed").makeCurrent()) {
      assertThat(inBlock(same)).isSameAs(same);
      assertThat(inBlock(EmptyCoroutineContext.INSTANCE)).isSameAs(EmptyCoroutineContext.INSTANCE);
    }
  }

  @Test
  void takesBackWhatACoroutineLeftOpen() {
    Context outer = Context.root().with(KEY, "outer");
    ContextElement element = ContextElement.of(launched);
    try (Scope ignored = outer.makeCurrent()) {
      Context before = element.updateThreadContext(coroutine);
      launched.with(KEY, "left open").makeCurrent();
      element.restoreThreadContext(coroutine, before);

      assertThat(Context.current()).isSameAs(outer);
    }
  }

  private CoroutineContext inBlock(CoroutineContext added) {
    CoroutineContext result = WithContextAdvice.context(added, new Suspended(coroutine));
    assertThat(result).isNotNull();
    return result == null ? EmptyCoroutineContext.INSTANCE : result;
  }

  private static final class Suspended implements Continuation<Object> {
    private final CoroutineContext context;

    Suspended(CoroutineContext context) {
      this.context = context;
    }

    @Override
    public CoroutineContext getContext() {
      return context;
    }

    @Override
    public void resumeWith(@Nullable Object result) {}
  }
}
