package dev.gossamer.instrumentation.apachedbcp;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.database.ConnectionPoolContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract on the oldest and the newest version, and on Tomcat's copies of both. */
final class DbcpTest {
  @Nested
  final class Newest extends Contract {
    Newest() {
      super(DbcpApp.class, "newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super(DbcpApp.class, "oldest");
    }
  }

  @Nested
  final class Tomcat extends Contract {
    Tomcat() {
      super(TomcatDbcpApp.class, "tomcat");
    }
  }

  @Nested
  @Tag("older-version")
  final class OldestTomcat extends Contract {
    OldestTomcat() {
      super(TomcatDbcpApp.class, "tomcat-oldest");
    }
  }

  abstract static class Contract extends ConnectionPoolContract {
    private final Class<?> application;
    private final String version;

    Contract(Class<?> application, String version) {
      this.application = application;
      this.version = version;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(application).libraries(version);
    }

    @Override
    protected String instrumentation() {
      return "apache-dbcp";
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
