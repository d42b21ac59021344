package dev.gossamer.instrumentation.jersey;

import dev.gossamer.instrumentation.jersey.app.JerseyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.junit.jupiter.api.Tag;

@Tag("older-version")
final class Jersey30Test extends JaxRsContract {
  Jersey30Test() {
    super(JaxRsServer.jakarta("jersey-3.0", JerseyMain.class));
  }
}
