package dev.gossamer.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TracedContextTest {
  private static final ContextKey<Traced> KEY = ContextKey.named("traced");
  private static final ContextKey<Traced> OTHER = ContextKey.named("other");
  private static final ContextKey<String> WORD = ContextKey.named("word");

  private static final Span OUTER = span("1111111111111111");
  private static final Span INNER = span("2222222222222222");

  @Test
  void hasItsSpanItselfAndAllOfItsParent() {
    Traced traced = new Traced(Context.root().with(WORD, "said").with(OUTER), INNER, KEY);

    assertThat(Span.fromContext(traced)).isSameAs(INNER);
    assertThat(traced.get(KEY)).isSameAs(traced);
    assertThat(traced.get(WORD)).isEqualTo("said");
    assertThat(traced.get(OTHER)).isNull();
    assertThat(Span.fromContext(traced.parent())).isSameAs(OUTER);
  }

  @Test
  void whatIsAddedLeavesTheRest() {
    Traced traced = new Traced(Context.root().with(OUTER), INNER, KEY);

    Context more = traced.with(WORD, "added");

    assertThat(more.get(WORD)).isEqualTo("added");
    assertThat(traced.with(WORD, "again").get(WORD)).isEqualTo("again");
    assertThat(more.get(KEY)).isSameAs(traced);
    assertThat(Span.fromContext(more)).isSameAs(INNER);
    assertThat(traced.get(WORD)).isNull();
  }

  @Test
  void anotherSpanTakesThePlaceOfItsOwn() {
    Traced traced = new Traced(Context.root(), INNER, KEY);

    Context below = traced.with(OUTER);

    assertThat(Span.fromContext(below)).isSameAs(OUTER);
    assertThat(below.get(KEY)).isSameAs(traced);
  }

  @Test
  void isFoundBelowAnotherKind() {
    Traced traced = new Traced(Context.root(), OUTER, KEY);
    Traced other = new Traced(traced, INNER, OTHER);

    assertThat(other.get(KEY)).isSameAs(traced);
    assertThat(other.get(OTHER)).isSameAs(other);
    assertThat(Span.fromContext(other)).isSameAs(INNER);
  }

  @Test
  void isMadeCurrentAsAnyOther() {
    Traced traced = new Traced(Context.root(), INNER, KEY);
    try (Scope scope = traced.makeCurrent()) {
      assertThat(Context.current()).isSameAs(traced);
      assertThat(Span.current()).isSameAs(INNER);
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  /** A chain without end, such as a callback that queries in the context of the query before. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void keepsNoneOfItsKindAboveIt() throws InterruptedException {
    Traced first = new Traced(Context.root().with(WORD, "said"), OUTER, KEY);
    WeakReference<Traced> above = new WeakReference<>(first);
    Traced below = new Traced(first, INNER, KEY);
    first = null;

    while (above.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(below.get(WORD)).isEqualTo("said");
    assertThat(below.get(KEY)).isSameAs(below);
    assertThat(below.parent().get(KEY)).isNull();
    assertThat(Span.fromContext(below.parent())).isSameAs(OUTER);
  }

  private static Span span(String id) {
    return Span.wrap(
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            id,
            TraceFlags.getSampled(),
            TraceState.getDefault()));
  }

  private static final class Traced extends TracedContext {
    private final ContextKey<Traced> key;

    Traced(Context parent, Span span, ContextKey<Traced> key) {
      super(parent, span, key);
      this.key = key;
    }

    @Override
    protected ContextKey<?> key() {
      return key;
    }
  }
}
