package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP client does, by the blocking {@code send}. */
final class JdkHttpClientTest extends HttpClientContract {
  static final Set<ClientFeature> LACKING =
      EnumSet.of(
          ClientFeature.SPAN_PER_HOP,
          // The body handlers that collect the body are part of the call.
          ClientFeature.SPAN_ENDS_AT_HEADERS,
          // The client gives back the last redirect.
          ClientFeature.CIRCULAR_REDIRECTS_FAIL);

  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JdkClientApp.class);
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return LACKING;
  }
}
