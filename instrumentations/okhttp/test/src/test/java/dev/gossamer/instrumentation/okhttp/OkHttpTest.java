package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.testing.http.ClientFeature;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The client contract by every line of OkHttp. */
final class OkHttpTest {
  @Nested
  final class Newest extends OkHttpContract {
    Newest() {
      super("newest");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version4 extends OkHttpContract {
    Version4() {
      super("4");
    }
  }

  @Nested
  @Tag("older-version")
  final class Version3 extends OkHttpContract {
    Version3() {
      super("3");
    }
  }

  @Nested
  @Tag("older-version")
  final class Oldest extends OkHttpContract {
    Oldest() {
      super("oldest");
    }

    @Override
    protected Set<ClientFeature> lacking() {
      // It sends such a request again and again, each time with a span as it should be.
      return EnumSet.of(ClientFeature.READ_TIMEOUT);
    }
  }
}
