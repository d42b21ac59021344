package dev.gossamer.testing.jaxrs.app;

import dev.gossamer.testing.app.TestApp;
import java.util.Map;
import javax.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** A framework's servlet in Tomcat: context path {@code /app}, mapping {@code /rest/*}. */
public final class TomcatServer {
  private TomcatServer() {}

  /** Serves until the test ends. */
  public static void serve(Servlet servlet, Map<String, String> parameters) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    tomcat.setPort(0);
    Context context = tomcat.addContext("/app", null);
    Wrapper wrapper = Tomcat.addServlet(context, "rest", servlet);
    parameters.forEach(wrapper::addInitParameter);
    wrapper.setAsyncSupported(true);
    wrapper.setLoadOnStartup(1);
    context.addServletMappingDecoded("/rest/*", "rest");
    tomcat.start();
    TestApp.ready(tomcat.getConnector().getLocalPort());
    TestApp.awaitStop();
    tomcat.stop();
  }
}
