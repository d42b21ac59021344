package dev.gossamer.instrumentation.resteasy.app;

import dev.gossamer.testing.jaxrs.app.JaxRsApplication;
import dev.gossamer.testing.jaxrs.app.TomcatServer;
import java.util.Map;
import org.jboss.resteasy.plugins.server.servlet.HttpServletDispatcher;

/** RESTEasy's servlet. */
public final class ResteasyMain {
  private ResteasyMain() {}

  public static void main(String[] arguments) throws Exception {
    TomcatServer.serve(
        new HttpServletDispatcher(),
        Map.of(
            "javax.ws.rs.Application",
            JaxRsApplication.class.getName(),
            "resteasy.servlet.mapping.prefix",
            "/rest"));
  }
}
