package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP client does. */
final class VertxClientTest {
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

  /** The client of 5.0.0 leaves one request in some hundreds unanswered, without the agent too. */
  @Nested
  @Tag("older-version")
  final class Newest50 extends Contract {
    Newest50() {
      super("newest-5.0");
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
      return VertxVersions.app(VertxClientApp.class, variant);
    }

    @Override
    protected Set<ClientFeature> lacking() {
      return EnumSet.of(ClientFeature.REUSABLE_REQUEST, ClientFeature.CIRCULAR_REDIRECTS_FAIL);
    }
  }
}
