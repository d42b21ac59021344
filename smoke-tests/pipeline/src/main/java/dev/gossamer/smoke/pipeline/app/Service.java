package dev.gossamer.smoke.pipeline.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A service that logs each request and asks the next service, if there is one, the same. */
public final class Service {
  /** Where a request does what its name says; {@code /slow?<milliseconds>}. */
  private static final String[] PATHS = {"/orders", "/broken", "/slow", "/health"};

  private static final Logger LOG = Logger.getLogger("orders");

  private final @Nullable String next;

  private Service(@Nullable String next) {
    this.next = next;
  }

  /**
   * Runs it.
   *
   * @param arguments its port, 0 for any, which it then tells the test; the URL of the next service
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    Service service = new Service(arguments.length > 1 ? arguments[1] : null);
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    for (String path : PATHS) {
      server.createContext(path, service::handle);
    }
    server.start();
    if (port == 0) {
      TestApp.ready(server.getAddress().getPort());
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getQuery();
    LOG.info("asked for " + path);
    int status = path.equals("/broken") ? 500 : 200;
    if (path.equals("/slow")) {
      await(Long.parseLong(query));
    }
    if (next != null) {
      status = TestApp.get(next + exchange.getRequestURI());
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void await(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
