package dev.gossamer.instrumentation.guava;

import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The futures of Guava's newest and oldest version. */
final class GuavaTest {
  @Nested
  final class Newest extends GuavaContract {
    Newest() {
      super("newest");
    }

    @Override
    AgentJvmBuilder application() {
      return super.application().args("newer");
    }

    @Test
    void aLongChainOfFuturesIsStillShortenedByGuava() {
      assertThat(under("chain")).isEqualTo("reached");
      agent.traces().exactly(trace(server()));
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends GuavaContract {
    Oldest() {
      super("oldest");
    }
  }
}
