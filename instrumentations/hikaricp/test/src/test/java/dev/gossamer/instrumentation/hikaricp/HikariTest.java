package dev.gossamer.instrumentation.hikaricp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.database.ConnectionPoolContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the oldest version with today's structure to the newest. */
final class HikariTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @Tag("older-version")
  final class OfJava8 extends Contract {
    OfJava8() {
      super("java-8");
    }
  }

  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }

    @Test
    void theApplicationsOwnTrackerIsToldAsBefore() {
      assertThat(call("micrometer", "micrometer", "jdbc:h2:mem:micrometer"))
          .isEqualTo("[acquire 1, usage 1, max 3.0]");
      awaitPoint("use_time", "micrometer", null, point -> point.count() == 1);
    }

    @Test
    void isWovenWhereMetricsAreExported() {
      assertThat(call("woven")).isEqualTo("woven");
    }
  }

  @Nested
  final class WithoutMetrics {
    @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

    @Test
    void isNotWovenWhereNobodyReadsMetrics() {
      AgentJvm jvm = agent.launch(AgentJvm.app(HikariApp.class).libraries("newest"));
      assertThat(jvm.call("woven")).isEqualTo("untouched");
    }
  }

  abstract static class Contract extends ConnectionPoolContract {
    private final String version;

    Contract(String version) {
      this.version = version;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(HikariApp.class).libraries(version);
    }

    @Override
    protected String instrumentation() {
      return "hikaricp";
    }

    @Override
    protected Map<String, Integer> limits() {
      return Map.of("max", 3, "idle.min", 1);
    }

    @Override
    protected Set<String> events() {
      return Set.of("timeouts", "create_time", "wait_time", "use_time");
    }

    /** Hikari counts its pools. */
    @Override
    protected String nameOfUnnamed(String database) {
      return version.equals("oldest") ? "HikariPool-0" : "HikariPool-1";
    }
  }
}
