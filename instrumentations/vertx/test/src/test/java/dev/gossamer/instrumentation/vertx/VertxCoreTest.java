package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP server does, on the bare server. */
final class VertxCoreTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  final class Newest4 extends Contract {
    Newest4() {
      super("newest-4");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest5 extends Contract {
    Oldest5() {
      super("oldest-5");
    }
  }

  @Nested
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  abstract static class Contract extends HttpServerContract {
    private final String variant;

    Contract(String variant) {
      this.variant = variant;
    }

    @Override
    protected AgentJvmBuilder application() {
      return VertxVersions.app(VertxCoreApp.class, variant);
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ROUTES, ServerFeature.EXCEPTION_SEEN);
    }
  }
}
