package dev.gossamer.smoke.boot;

import static dev.gossamer.testing.Traces.trace;

import dev.gossamer.smoke.boot.flux.FluxApplication;
import dev.gossamer.smoke.boot.mvc.MvcApplication;
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

    @Test
    void followsARequestIntoAnAsynchronousMethod() {
      assertAnswer(get("/background/2"), 200, "Betty");
      agent.traces().exactly(trace(server("/background/{id}", 200).root(), select().childOf(0)));
    }
  }
}
