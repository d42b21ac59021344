package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP server does, with the routes of Reactor Netty itself. */
final class ReactorNettyServerTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("routes-oldest");
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
      return AgentJvm.app(ReactorNettyServerApp.class).libraries(variant);
    }

    @Override
    protected @Nullable String route(String path) {
      return path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
    }

    @Override
    protected Set<ServerFeature> lacking() {
      // There are no routes for methods but HTTP's own.
      return EnumSet.of(ServerFeature.NON_STANDARD_METHOD);
    }
  }
}
