package dev.gossamer.instrumentation.resteasy;

import dev.gossamer.instrumentation.resteasy.app.ResteasyMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Resteasy7Test extends JaxRsContract {
  Resteasy7Test() {
    super(JaxRsServer.jakarta("resteasy-7", ResteasyMain.class));
  }
}
