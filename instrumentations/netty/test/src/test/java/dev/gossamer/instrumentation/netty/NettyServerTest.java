package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP server does, on Netty's own codec. */
final class NettyServerTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  final class Newest41 extends Contract {
    Newest41() {
      super("4.1");
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
      return AgentJvm.app(NettyServerApp.class).libraries(variant);
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ROUTES);
    }
  }
}
