package dev.gossamer.instrumentation.httpurlconnection;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP client does. */
final class HttpUrlConnectionTest extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(UrlConnectionApp.class);
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return EnumSet.of(
        ClientFeature.SPAN_PER_HOP,
        ClientFeature.CALLBACK,
        ClientFeature.REUSABLE_REQUEST,
        ClientFeature.NON_STANDARD_METHOD);
  }
}
