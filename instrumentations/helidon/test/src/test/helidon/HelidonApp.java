package dev.gossamer.instrumentation.helidon;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * {@link ServerRoutes} in Helidon. Not compiled by the build, whose compiler cannot read Helidon's
 * class files, but by the test, with the JDK that runs it.
 */
final class HelidonApp {
  private HelidonApp() {}

  public static void main(String[] arguments) throws InterruptedException {
    WebServer server =
        WebServer.builder()
            .port(0)
            .routing(routing -> routing.register("/app", HelidonApp::routes))
            .build()
            .start();
    TestApp.ready(server.port());
    TestApp.awaitStop();
    server.stop();
  }

  private static void routes(HttpRules rules) {
    for (String path : ServerRoutes.PATHS) {
      rules.any(path, HelidonApp::answer);
    }
    rules.any("/path/{id}/param", HelidonApp::answer);
    rules.get("/calls-itself", HelidonApp::callItself);
    rules.get("/abort", HelidonApp::writeUntilItFails);
  }

  private static void answer(ServerRequest request, ServerResponse response) {
    ServerRoutes.Answer answer;
    try {
      answer = ServerRoutes.answer(new RoutesRequest(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    response.status(Status.create(answer.status()));
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    response.send(answer.body());
  }

  /** The client goes away at the first byte. */
  private static void writeUntilItFails(ServerRequest request, ServerResponse response)
      throws IOException {
    byte[] much = new byte[64 * 1024];
    try (OutputStream out = response.outputStream()) {
      for (int i = 0; i < 10_000; i++) {
        out.write(much);
        out.flush();
      }
    }
  }

  private static void callItself(ServerRequest request, ServerResponse response)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + request.localPeer().port() + "/app/success");
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    response.send(answer.version().toString());
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final ServerRequest request;

    RoutesRequest(ServerRequest request) {
      this.request = request;
    }

    @Override
    public String path() {
      return request.prologue().uriPath().path().substring("/app".length());
    }

    @Override
    public String query() {
      String query = request.query().rawValue();
      return query.isEmpty() ? null : query;
    }

    @Override
    public String header(String name) {
      return request.headers().first(HeaderNames.create(name)).orElse(null);
    }

    @Override
    public InputStream body() {
      return request.content().inputStream();
    }
  }
}
