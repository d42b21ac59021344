package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.instrumentation.resteasy.app.ResteasyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.junit.jupiter.api.Tag;

@Tag("older-version")
final class Resteasy5Test extends JaxRsContract {
  Resteasy5Test() {
    super(JaxRsServer.javax("resteasy-5", ResteasyMain.class));
  }
}
