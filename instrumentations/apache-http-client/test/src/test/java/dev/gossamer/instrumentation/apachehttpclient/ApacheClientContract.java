package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Set;

/** The contract for Apache's clients, which have a span for every hop. */
abstract class ApacheClientContract extends HttpClientContract {
  private final Class<?> main;
  private final String libraries;
  private final String connectFailure;

  /**
   * @param libraries those of this name are all that the application has
   */
  ApacheClientContract(Class<?> main, String libraries, String connectFailure) {
    this.main = main;
    this.libraries = libraries;
    this.connectFailure = connectFailure;
  }

  @Override
  protected AgentJvmBuilder application() {
    return AgentJvm.app(main).libraries(libraries);
  }

  @Override
  protected Set<ClientFeature> lacking() {
    return main.getSimpleName().startsWith("Async")
        ? EnumSet.noneOf(ClientFeature.class)
        : EnumSet.of(ClientFeature.CALLBACK);
  }

  @Override
  protected String connectFailure() {
    return connectFailure;
  }
}
