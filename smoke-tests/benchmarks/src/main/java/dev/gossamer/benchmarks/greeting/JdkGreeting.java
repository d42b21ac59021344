package dev.gossamer.benchmarks.greeting;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Argument: port. */
final class JdkGreeting {
  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.US_ASCII);

  private JdkGreeting() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(arguments[0])), 0);
    server.createContext(
        "/greetings",
        exchange -> {
          exchange.sendResponseHeaders(200, TEXT.length);
          exchange.getResponseBody().write(TEXT);
          exchange.close();
        });
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.start();
  }
}
