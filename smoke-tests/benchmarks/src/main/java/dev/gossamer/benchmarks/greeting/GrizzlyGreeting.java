package dev.gossamer.benchmarks.greeting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Argument: port. */
final class GrizzlyGreeting {
  private static final byte[] TEXT = "hello".getBytes(StandardCharsets.US_ASCII);

  private GrizzlyGreeting() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    HttpServer server = new HttpServer();
    server.addListener(
        new NetworkListener("greetings", "localhost", Integer.parseInt(arguments[0])));
    server
        .getServerConfiguration()
        .addHttpHandler(
            new HttpHandler() {
              @Override
              public void service(Request request, Response response) throws IOException {
                response.setContentLength(TEXT.length);
                response.getOutputStream().write(TEXT);
              }
            },
            "/greetings");
    server.start();
    // All threads of it are daemons.
    Thread.currentThread().join();
  }
}
