package dev.gossamer.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Exchanges in every way in which handlers and filters may answer, or not. */
final class JdkExchangesApp {
  private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
  private static final ExecutorService OTHER_THREAD = Executors.newSingleThreadExecutor();

  private JdkExchangesApp() {}

  /** One argument, the far end's URL; {@code inline} as second: no executor. */
  public static void main(String[] arguments) throws Exception {
    String farEnd = arguments[0];
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    if (arguments.length == 1) {
      server.setExecutor(Executors.newCachedThreadPool());
    }
    server.createContext("/", exchange -> answer(exchange, 200));
    server.createContext("/prefix", exchange -> answer(exchange, 200));
    server.createContext("/prefix/longer", exchange -> answer(exchange, 200));
    server.createContext("/no-close", exchange -> exchange.sendResponseHeaders(204, -1));
    server.createContext("/streamed", JdkExchangesApp::stream);
    server.createContext("/throws-late", JdkExchangesApp::throwLate);
    server.createContext("/throws-error", exchange -> throwError());
    server.createContext("/later", exchange -> later(() -> answer(exchange, 200)));
    server.createContext(
        "/later-no-content", exchange -> later(() -> exchange.sendResponseHeaders(204, -1)));
    server.createContext("/closed", HttpExchange::close);
    server.createContext("/later-closed", exchange -> later(exchange::close));
    server.createContext(
        "/later-calls",
        exchange ->
            later(
                () -> {
                  TestApp.get(farEnd);
                  answer(exchange, 503);
                }));
    filtered(
        server, "/filters", exchange -> answer(exchange, 200), calling(farEnd), calling(farEnd));
    filtered(server, "/filter-answers", exchange -> throwError(), answering());
    filtered(server, "/filter-mends", exchange -> throwError(), mending());
    server
        .createContext("/locked", exchange -> answer(exchange, 200))
        .setAuthenticator(
            new BasicAuthenticator("realm") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals(password);
              }
            });
    server.start();
    TestApp.ready(server.getAddress().getPort());
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void later(Step step) {
    OTHER_THREAD.execute(
        () -> {
          try {
            step.run();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, BODY.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(BODY);
    }
  }

  private static void stream(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    for (int i = 0; i < 10; i++) {
      out.write(BODY);
      out.flush();
    }
    exchange.close();
  }

  private static void throwLate(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, BODY.length);
    throw new IOException("too late");
  }

  private static void throwError() {
    throw new IllegalStateException("not mended");
  }

  private static void filtered(
      HttpServer server, String path, HttpHandler handler, Filter... filters) {
    HttpContext context = server.createContext(path, handler);
    for (Filter filter : filters) {
      context.getFilters().add(filter);
    }
  }

  private static Filter calling(String url) {
    return filter(
        (exchange, chain) -> {
          TestApp.get(url);
          chain.doFilter(exchange);
        });
  }

  private static Filter answering() {
    return filter((exchange, chain) -> answer(exchange, 403));
  }

  private static Filter mending() {
    return filter(
        (exchange, chain) -> {
          try {
            chain.doFilter(exchange);
          } catch (RuntimeException e) {
            answer(exchange, 200);
          }
        });
  }

  private interface Filtering {
    void filter(HttpExchange exchange, Filter.Chain chain) throws IOException;
  }

  private static Filter filter(Filtering filtering) {
    return new Filter() {
      @Override
      public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        filtering.filter(exchange, chain);
      }

      @Override
      public String description() {
        return "a filter";
      }
    };
  }
}
