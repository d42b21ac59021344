package dev.gossamer.instrumentation.jersey;

import dev.gossamer.instrumentation.jersey.app.JerseyMain;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.junit.jupiter.api.Tag;

@Tag("older-version")
final class Jersey2OldestTest extends JaxRsContract {
  Jersey2OldestTest() {
    super(JaxRsServer.javax("jersey-2-oldest", JerseyMain.class));
  }

  @Override
  protected AgentJvmBuilder application() {
    // Its HK2 defines proxies in the application's class loader by reflection.
    return super.application().jvmArgs("--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  @Override
  protected boolean knowsStages() {
    return false;
  }
}
