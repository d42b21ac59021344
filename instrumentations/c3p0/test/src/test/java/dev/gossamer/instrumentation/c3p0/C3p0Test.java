package dev.gossamer.instrumentation.c3p0;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.database.ConnectionPoolContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on the oldest and the newest version. */
final class C3p0Test {
  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version010 extends Contract {
    Version010() {
      super("c3p0-0.10");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  abstract static class Contract extends ConnectionPoolContract {
    private final String version;

    Contract(String version) {
      this.version = version;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(C3p0App.class).libraries(version);
    }

    @Override
    protected String instrumentation() {
      return "c3p0";
    }

    @Override
    protected Map<String, Integer> limits() {
      return Map.of("max", 3);
    }

    @Override
    protected Set<String> events() {
      return Set.of("timeouts", "wait_time", "use_time");
    }

    @Test
    @Override
    @Disabled("c3p0 keeps the loader it was in, without an agent, too")
    protected void anApplicationThatIsUndeployedIsLetGo() {}
  }
}
