package dev.gossamer.instrumentation.cxf;

import dev.gossamer.instrumentation.cxf.app.CxfMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;

final class Cxf36Test extends JaxRsContract {
  Cxf36Test() {
    super(JaxRsServer.javax("cxf-3.6", CxfMain.class));
  }
}
