package dev.gossamer.instrumentation.okhttp;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** What every HTTP client does, by one version of OkHttp. */
abstract class OkHttpContract extends HttpClientContract {
  private final String version;

  OkHttpContract(String version) {
    this.version = version;
  }

  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(OkHttpApp.class).libraries(version);
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return EnumSet.noneOf(ClientFeature.class);
  }
}
