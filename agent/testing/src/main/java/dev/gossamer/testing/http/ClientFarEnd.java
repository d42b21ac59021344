package dev.gossamer.testing.http;

import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server that the clients under test call. */
final class ClientFarEnd implements AutoCloseable {
  private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "HEAD", "DELETE");

  private final RecordingServer server = RecordingServer.start(this::answer);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  RecordingServer server() {
    return server;
  }

  String url(String path) {
    return server.url(path);
  }

  /** Holds the bodies of {@code /held} and the answers of {@code /silent} back until opened. */
  CountDownLatch closeGate() {
    gate = new CountDownLatch(1);
    return gate;
  }

  private Response answer(RecordedRequest request) throws InterruptedException {
    if (!METHODS.contains(request.method())) {
      return Response.of(405, "no such method");
    }
    if (request.headers("traceparent").size() > 1) {
      return Response.of(400, "several traceparent headers");
    }
    return switch (request.path()) {
      case "/success" -> Response.of(200, "success");
      case "/redirect" -> Response.of(302, "", "Location", server.url("/success"));
      case "/another-redirect" -> Response.of(302, "", "Location", server.url("/redirect"));
      case "/circular-redirect" ->
          Response.of(302, "", "Location", server.url("/circular-redirect"));
      case "/error" -> Response.of(500, "error");
      case "/client-error" -> Response.of(400, "client error");
      case "/headers" -> Response.of(200, "headers", "X-Test-Response", "test");
      case "/held" -> Response.of(200, "held back").withBodyGate(gate);
      case "/silent" -> {
        gate.await(60, TimeUnit.SECONDS);
        yield Response.HANG_UP;
      }
      default -> Response.of(request.path().startsWith("/echo") ? 200 : 404, "");
    };
  }

  @Override
  public void close() {
    gate.countDown();
    server.close();
  }
}
