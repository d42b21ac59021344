package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.TraceContextContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What goes through a Netty server and out by HttpURLConnection. */
final class NettyTraceContextTest {
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

  abstract static class Contract extends TraceContextContract {
    private final String variant;

    Contract(String variant) {
      this.variant = variant;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(NettyServerApp.class).libraries(variant);
    }
  }
}
