package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** What goes through Micronaut and out by HttpURLConnection. */
final class MicronautTraceContextTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @EnabledIf("dev.gossamer.instrumentation.micronaut.MicronautVersions#java25")
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  abstract static class Contract extends TraceContextContract {
    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return MicronautVersions.application(libraries);
    }

    @Override
    protected String contextPath() {
      return MicronautApp.CONTEXT;
    }
  }
}
