package dev.gossamer.instrumentation.cxf;

import dev.gossamer.instrumentation.cxf.app.CxfMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Cxf42Test extends JaxRsContract {
  Cxf42Test() {
    super(JaxRsServer.jakarta("cxf-4.2", CxfMain.class));
  }
}
