package dev.gossamer.instrumentation.spark;

import dev.gossamer.testing.app.TestApp;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import spark.servlet.SparkFilter;

/** Spark as a filter in a servlet container, below a path of its own. */
public final class SparkFilterApp {
  private SparkFilterApp() {}

  public static void main(String[] arguments) throws Exception {
    Server server = new Server(new InetSocketAddress("localhost", 0));
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/app");
    FilterHolder filter = new FilterHolder(SparkFilter.class);
    filter.setInitParameter("applicationClass", SparkRoutes.class.getName());
    filter.setInitParameter("filterMappingUrlPattern", "/api/*");
    context.addFilter(filter, "/api/*", EnumSet.of(DispatcherType.REQUEST));
    context.setResourceBase(arguments[0]);
    context.addServlet(DefaultServlet.class, "/");
    server.setHandler(context);
    server.start();
    TestApp.ready(((ServerConnector) server.getConnectors()[0]).getLocalPort());
    TestApp.awaitStop();
    server.stop();
  }
}
