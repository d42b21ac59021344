package dev.gossamer.smoke.boot;

import static dev.gossamer.testing.Traces.trace;

import dev.gossamer.smoke.boot.flux.FluxApplication;
import dev.gossamer.smoke.boot.mvc.MvcApplication;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SpringBootTest {
  @Nested
  @Tag("older-version")
  final class Mvc3 extends Mvc {
    Mvc3() {
      super("mvc-3");
    }
  }

  @Nested
  final class Mvc4 extends Mvc {
    Mvc4() {
      super("mvc-4");
    }
  }

  /** The agent comes when the application is up: what is asked of it is the same. */
  @Nested
  final class AttachedToMvc4 extends Mvc {
    AttachedToMvc4() {
      super(AgentJvm.app(MvcApplication.class).libraries("mvc-4").attached());
    }
  }

  @Nested
  final class AttachedToFlux4 extends BootContract {
    AttachedToFlux4() {
      super(AgentJvm.app(FluxApplication.class).libraries("flux-4").attached(), "SELECT");
    }
  }

  @Nested
  @Tag("older-version")
  final class Flux3 extends BootContract {
    Flux3() {
      super(FluxApplication.class, "flux-3", "SELECT");
    }
  }

  @Nested
  final class Flux4 extends BootContract {
    Flux4() {
      super(FluxApplication.class, "flux-4", "SELECT");
    }
  }

  abstract static class Mvc extends BootContract {
    Mvc(String libraries) {
      super(MvcApplication.class, libraries, "select");
    }

    Mvc(AgentJvmBuilder application) {
      super(application, "select");
    }

    @Test
    void followsARequestIntoAnAsynchronousMethod() {
      assertAnswer(get("/background/2"), 200, "Betty");
      agent.traces().exactly(trace(server("/background/{id}", 200).root(), select().childOf(0)));
    }
  }
}
