package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.instrumentation.quarkus.app.QuarkusMainApp;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.jspecify.annotations.Nullable;

/** What every JAX-RS framework does. */
abstract class QuarkusContract extends JaxRsContract {
  private final QuarkusServer server;

  QuarkusContract(QuarkusServer server) {
    super(JaxRsServer.jakarta(server.release(), QuarkusMainApp.class));
    this.server = server;
  }

  @Override
  protected AgentJvmBuilder application() {
    return server.application();
  }

  @Override
  protected String contextPath() {
    String path = server.rootPath() + server.restPath();
    return path.equals("//") ? "" : path;
  }

  @Override
  protected @Nullable String routeOfNoMethod() {
    return null;
  }
}
