package dev.gossamer.api.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

final class SamplingHintTest {
  @Test
  void aContextWithoutAHintHasNone() {
    assertThat(SamplingHint.from(Context.root())).isEqualTo(SamplingHint.NONE);
  }

  @Test
  void theHintSurvivesInContextsThatDerive() {
    for (SamplingHint hint : SamplingHint.values()) {
      Context child = SamplingHint.with(Context.root(), hint).with(Span.getInvalid());
      assertThat(SamplingHint.from(child)).isEqualTo(hint);
    }
  }

  @Test
  void aHintReplacesTheOneBefore() {
    Context debug = SamplingHint.with(Context.root(), SamplingHint.DEBUG);
    assertThat(SamplingHint.from(SamplingHint.with(debug, SamplingHint.NONE)))
        .isEqualTo(SamplingHint.NONE);
  }

  @Test
  void theContextStaysTheSameWhenNothingChanges() {
    Context debug = SamplingHint.with(Context.root(), SamplingHint.DEBUG);
    assertThat(SamplingHint.with(debug, SamplingHint.DEBUG)).isSameAs(debug);
    assertThat(SamplingHint.with(Context.root(), SamplingHint.NONE)).isSameAs(Context.root());
  }
}
