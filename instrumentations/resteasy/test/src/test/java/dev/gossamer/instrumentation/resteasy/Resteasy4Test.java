package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.instrumentation.resteasy.app.ResteasyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Resteasy4Test extends JaxRsContract {
  Resteasy4Test() {
    super(JaxRsServer.javax("resteasy-4", ResteasyMain.class));
  }
}
