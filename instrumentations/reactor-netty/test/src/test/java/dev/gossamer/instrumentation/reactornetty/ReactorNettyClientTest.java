package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP client does. */
final class ReactorNettyClientTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
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
      return AgentJvm.app(ReactorNettyClientApp.class).libraries(variant);
    }

    @Override
    protected Set<ClientFeature> lacking() {
      return EnumSet.of(ClientFeature.CIRCULAR_REDIRECTS_FAIL, ClientFeature.SPAN_ENDS_AT_HEADERS);
    }
  }
}
