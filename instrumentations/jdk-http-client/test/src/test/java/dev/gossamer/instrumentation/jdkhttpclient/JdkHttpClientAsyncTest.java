package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.Set;

/** What every HTTP client does, by {@code sendAsync}. */
final class JdkHttpClientAsyncTest extends HttpClientContract {
  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(JdkClientApp.class).args("async");
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return JdkHttpClientTest.LACKING;
  }
}
