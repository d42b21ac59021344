package dev.gossamer.instrumentation.springwebmvc;

import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The server contract by every line of Spring MVC. */
final class SpringWebMvcTest {
  @Nested
  final class Version7 extends SpringWebMvcContract {
    Version7() {
      super("7");
    }
  }

  /** In a container that has no instrumentation of its own. */
  @Nested
  final class ServletsAlone extends SpringWebMvcContract {
    ServletsAlone() {
      super("7");
    }

    @Override
    protected AgentJvmBuilder application() {
      return super.application().env("OTEL_INSTRUMENTATION_TOMCAT_ENABLED", "false");
    }

    @Override
    boolean isTracedByTomcat() {
      return false;
    }
  }

  @Nested
  @Tag("older-version")
  final class Version6 extends SpringWebMvcContract {
    Version6() {
      super("6");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version5 extends SpringWebMvcContract {
    Version5() {
      super("5");
    }
  }
}
