package dev.gossamer.instrumentation.servlet.app;

import dev.gossamer.testing.app.TestApp;
import java.lang.reflect.Method;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The application in Jetty, under {@code /app}; the argument is the folder of its files. */
public final class JettyMain {
  private JettyMain() {}

  public static void main(String[] arguments) throws Exception {
    Server server = new Server(0);
    ServerConnector connector = (ServerConnector) server.getConnectors()[0];
    // As large as baggage may be, and more.
    connector
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration()
        .setRequestHeaderSize(32768);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/app");
    call(context, "addEventListener", new Application());
    ServletHolder files = new ServletHolder("default", DefaultServlet.class);
    files.setInitParameter("resourceBase", arguments[0]);
    files.setInitParameter("baseResource", arguments[0]);
    files.setAsyncSupported(true);
    context.addServlet(files, "/");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(Application.PAGE_STATUS, Application.PAGE);
    errors.addErrorPage(404, Application.MISSING_PAGE);
    errors.addErrorPage(IllegalArgumentException.class, Application.PAGE);
    call(context, "setErrorHandler", errors);
    server.setHandler(context);
    server.start();
    TestApp.ready(connector.getLocalPort());
    TestApp.awaitStop();
    server.stop();
  }

  /** What the method takes or returns differs from version to version. */
  private static void call(Object context, String name, Object argument) throws Exception {
    for (Method method : context.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterTypes()[0].isInstance(argument)) {
        method.invoke(context, argument);
        return;
      }
    }
    throw new IllegalStateException("no ".concat(name));
  }
}
