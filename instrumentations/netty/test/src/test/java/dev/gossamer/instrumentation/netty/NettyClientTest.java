package dev.gossamer.instrumentation.netty;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP client does, on Netty's own codec. */
final class NettyClientTest {
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

  abstract static class Contract extends HttpClientContract {
    private final String variant;

    Contract(String variant) {
      this.variant = variant;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(NettyClientApp.class).libraries(variant);
    }

    @Override
    protected Set<ClientFeature> lacking() {
      return EnumSet.of(
          ClientFeature.REDIRECTS,
          ClientFeature.SPAN_PER_HOP,
          ClientFeature.CIRCULAR_REDIRECTS_FAIL,
          // Netty connects first and learns of the request later.
          ClientFeature.UNCONNECTED_REQUEST,
          ClientFeature.SPAN_ENDS_AT_HEADERS);
    }
  }
}
