package dev.gossamer.instrumentation.cxf.app;

import dev.gossamer.testing.jaxrs.app.JaxRsApplication;
import dev.gossamer.testing.jaxrs.app.TomcatServer;
import java.util.Map;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;

/** CXF's servlet. */
public final class CxfMain {
  private CxfMain() {}

  public static void main(String[] arguments) throws Exception {
    TomcatServer.serve(new CXFNonSpringJaxrsServlet(new JaxRsApplication()), Map.of());
  }
}
