package org.example.orders;

import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty 9.4: the one servlet container that needs neither java.logging nor java.management. */
final class OrderServer implements AutoCloseable {
  private final OrderServlet servlet;
  private final Server server = new Server(new QueuedThreadPool(8));
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  OrderServer(List<Step> steps) throws Exception {
    servlet = new OrderServlet(steps);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet), "/order/*");
    server.setHandler(context);
    server.start();
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() throws Exception {
    server.stop();
    servlet.close();
  }
}
