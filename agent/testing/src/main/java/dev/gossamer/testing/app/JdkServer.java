package dev.gossamer.testing.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The {@link ServerRoutes} on the server that every JDK has. */
public final class JdkServer {
  private JdkServer() {}

  /** Runs it on a free port until the test ends it. */
  public static void main(String[] arguments) throws Exception {
    // Else every answer on a kept connection waits for the other side's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    ExecutorService executor = Executors.newCachedThreadPool();
    server.setExecutor(executor);
    for (String path : ServerRoutes.PATHS) {
      server.createContext(path, JdkServer::handle);
    }
    server.createContext("/path", JdkServer::handle);
    server.start();
    TestApp.ready(server.getAddress().getPort());
    TestApp.awaitStop();
    server.stop(0);
    executor.shutdown();
  }

  private static void handle(HttpExchange exchange) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(new ExchangeRequest(exchange));
    if (answer == null) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body());
    }
  }

  private static final class ExchangeRequest implements ServerRoutes.Request {
    private final HttpExchange exchange;

    ExchangeRequest(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public String path() {
      return exchange.getRequestURI().getPath();
    }

    @Override
    public @Nullable String query() {
      return exchange.getRequestURI().getRawQuery();
    }

    @Override
    public @Nullable String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    @Override
    public InputStream body() {
      return exchange.getRequestBody();
    }
  }
}
