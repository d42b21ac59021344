package dev.gossamer.instrumentation.jersey.app;

import dev.gossamer.testing.jaxrs.app.JaxRsApplication;
import dev.gossamer.testing.jaxrs.app.TomcatServer;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey's servlet. */
public final class JerseyMain {
  private JerseyMain() {}

  public static void main(String[] arguments) throws Exception {
    TomcatServer.serve(
        new ServletContainer(ResourceConfig.forApplication(new JaxRsApplication())), Map.of());
  }
}
