package dev.gossamer.instrumentation.cxf;

import dev.gossamer.instrumentation.cxf.app.CxfMain;
import dev.gossamer.testing.jaxrs.JaxRsContract;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import org.junit.jupiter.api.Tag;

@Tag("older-version")
final class Cxf35Test extends JaxRsContract {
  Cxf35Test() {
    super(JaxRsServer.javax("cxf-3.5", CxfMain.class));
  }
}
