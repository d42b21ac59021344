package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What every HTTP client does. */
final class AsyncHttpClientTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Newest2 extends Contract {
    Newest2() {
      super("newest-2");
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
      return Versions.impatient(variant);
    }

    @Override
    protected Set<ClientFeature> lacking() {
      return EnumSet.of(ClientFeature.SPAN_ENDS_AT_HEADERS);
    }
  }
}
