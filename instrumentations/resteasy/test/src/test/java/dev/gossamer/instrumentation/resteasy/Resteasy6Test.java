package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.instrumentation.resteasy.app.ResteasyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Resteasy6Test extends JaxRsContract {
  Resteasy6Test() {
    super(JaxRsServer.jakarta("resteasy-6", ResteasyMain.class));
  }
}
