package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP client does, by Spring's WebClient on Reactor Netty. */
final class WebClientTest {
  @Nested
  @Tag("older-version")
  final class Spring5 extends Contract {
    Spring5() {
      super("spring-5");
    }

    @Override
    protected Set<ClientFeature> lacking() {
      Set<ClientFeature> lacking = super.lacking();
      lacking.add(ClientFeature.NON_STANDARD_METHOD);
      return lacking;
    }
  }

  @Nested
  @Tag("older-version")
  final class Spring6 extends Contract {
    Spring6() {
      super("spring-6");
    }
  }

  @Nested
  final class Spring7 extends Contract {
    Spring7() {
      super("spring-7");
    }
  }

  abstract static class Contract extends HttpClientContract {
    private final String variant;

    Contract(String variant) {
      this.variant = variant;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(WebClientApp.class).libraries(variant);
    }

    @Override
    protected Set<ClientFeature> lacking() {
      return EnumSet.of(ClientFeature.CIRCULAR_REDIRECTS_FAIL, ClientFeature.SPAN_ENDS_AT_HEADERS);
    }
  }
}
