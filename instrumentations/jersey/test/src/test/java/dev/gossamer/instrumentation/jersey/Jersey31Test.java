package dev.gossamer.instrumentation.jersey;

import dev.gossamer.instrumentation.jersey.app.JerseyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Jersey31Test extends JaxRsContract {
  Jersey31Test() {
    super(JaxRsServer.jakarta("jersey-3.1", JerseyMain.class));
  }
}
