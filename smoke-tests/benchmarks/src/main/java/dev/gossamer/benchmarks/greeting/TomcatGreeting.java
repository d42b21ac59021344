package dev.gossamer.benchmarks.greeting;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Argument: port, folder for Tomcat. */
final class TomcatGreeting {
  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.US_ASCII);

  private TomcatGreeting() {}

  public static void main(String[] arguments) throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[1]);
    tomcat.setPort(Integer.parseInt(arguments[0]));
    Context context = tomcat.addContext("", arguments[1]);
    Tomcat.addServlet(context, "greetings", new Greetings());
    context.addServletMappingDecoded("/greetings/*", "greetings");
    tomcat.getConnector();
    tomcat.start();
    tomcat.getServer().await();
  }

  private static final class Greetings extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentLength(TEXT.length);
      response.getOutputStream().write(TEXT);
    }
  }
}
