package dev.gossamer.instrumentation.jersey;

import dev.gossamer.instrumentation.jersey.app.JerseyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Jersey2Test extends JaxRsContract {
  Jersey2Test() {
    super(JaxRsServer.javax("jersey-2", JerseyMain.class));
  }
}
