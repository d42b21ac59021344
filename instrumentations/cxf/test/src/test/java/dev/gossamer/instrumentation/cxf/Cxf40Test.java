package dev.gossamer.instrumentation.cxf;

import dev.gossamer.instrumentation.cxf.app.CxfMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Cxf40Test extends JaxRsContract {
  Cxf40Test() {
    super(JaxRsServer.jakarta("cxf-4.0", CxfMain.class));
  }
}
