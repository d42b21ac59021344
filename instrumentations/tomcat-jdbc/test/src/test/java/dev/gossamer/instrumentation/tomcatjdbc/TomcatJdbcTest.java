package dev.gossamer.instrumentation.tomcatjdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.database.ConnectionPoolContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on the oldest and the newest version. */
final class TomcatJdbcTest {
  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }

    @Test
    void aPoolThatThrowsIsCountedAndCostsTheOthersNothing() {
      assertThat(call("break", "broken", "jdbc:h2:mem:broken")).isEqualTo("idle 1");
      assertThat(agent.expectErrorLine("tomcat-jdbc failed")).contains("injected");
      call("open", "whole", "whole", "jdbc:h2:mem:whole");
      call("borrow", "whole");
      awaitPoint("count", "whole", "used", point -> point.value() == 1);
      assertThat(agent.receiver().metrics())
          .filteredOn(metric -> metric.name().equals("db.client.connection.max"))
          .flatExtracting(metric -> metric.points())
          .noneMatch(point -> point.attributes().containsValue("broken"));
      call("give-back", "whole");
      call("close", "whole");
    }
  }

  @Nested
  @Tag("older-version")
  final class Tomcat9 extends Contract {
    Tomcat9() {
      super("tomcat-9");
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
      return AgentJvm.app(TomcatJdbcApp.class).libraries(version);
    }

    @Override
    protected String instrumentation() {
      return "tomcat-jdbc";
    }

    @Override
    protected Map<String, Integer> limits() {
      return Map.of("max", 3, "idle.min", 1, "idle.max", 2);
    }

    @Override
    protected Set<String> events() {
      return Set.of("timeouts", "create_time", "wait_time", "use_time");
    }
  }
}
