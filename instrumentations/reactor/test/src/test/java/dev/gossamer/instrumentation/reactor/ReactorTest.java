package dev.gossamer.instrumentation.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ReactorTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends ReactorContract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  final class Newest extends ReactorContract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  final class WithHooksOfTheApplication extends ReactorContract {
    WithHooksOfTheApplication() {
      super("newest", "hooks");
    }

    @Test
    void hooksOfTheApplicationStay() {
      assertThat(agent.jvm().call("hooked")).isEqualTo("yes");
    }
  }
}
