package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.instrumentation.resteasy.app.ResteasyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.junit.jupiter.api.Tag;

@Tag("older-version")
final class Resteasy4OldestTest extends JaxRsContract {
  Resteasy4OldestTest() {
    super(JaxRsServer.javax("resteasy-4-oldest", ResteasyMain.class));
  }
}
