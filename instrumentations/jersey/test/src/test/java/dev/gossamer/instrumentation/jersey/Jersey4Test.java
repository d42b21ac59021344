package dev.gossamer.instrumentation.jersey;

import dev.gossamer.instrumentation.jersey.app.JerseyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Jersey4Test extends JaxRsContract {
  Jersey4Test() {
    super(JaxRsServer.jakarta("jersey-4", JerseyMain.class));
  }
}
