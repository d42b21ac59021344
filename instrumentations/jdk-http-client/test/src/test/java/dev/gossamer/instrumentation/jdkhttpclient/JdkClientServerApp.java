package dev.gossamer.instrumentation.jdkhttpclient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;

/**
 * Route {@code /forward} of {@link ServerRoutes} by the JDK's server and client, in both its ways.
 */
final class JdkClientServerApp {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private JdkClientServerApp() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/forward", JdkClientServerApp::forward);
    server.start();
    TestApp.ready(server.getAddress().getPort());
  }

  private static void forward(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    int count = Integer.parseInt(query.substring("count=".length()));
    for (int i = 0; i < count; i++) {
      String url = System.getProperty(ServerRoutes.CALLBACK) + "/forwarded/" + i;
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      if (i % 2 == 0) {
        CLIENT.sendAsync(request, BodyHandlers.discarding()).join();
      } else {
        try {
          CLIENT.send(request, BodyHandlers.discarding());
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
