package dev.gossamer.instrumentation.grizzly;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** {@link ServerRoutes} in a handler of Grizzly, and a handler that answers otherwise. */
final class GrizzlyApp {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private GrizzlyApp() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server = new HttpServer();
    NetworkListener listener = new NetworkListener("test", "localhost", 0);
    // As large as baggage may be, and more.
    listener.setMaxHttpHeaderSize(65536);
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(new RoutesHandler(), "/app/*");
    server.start();
    TestApp.ready(listener.getPort());
    TestApp.awaitStop();
    server.shutdownNow();
    THREADS.shutdown();
  }

  private static final class RoutesHandler extends HttpHandler {
    @Override
    public void service(Request request, Response response) throws Exception {
      RoutesRequest routes = new RoutesRequest(request);
      switch (routes.path()) {
        case "/async":
          response.suspend();
          THREADS.execute(() -> answerLater(routes, response));
          break;
        case "/never":
          response.suspend(50, TimeUnit.MILLISECONDS);
          break;
        case "/abort":
          writeUntilItFails(response);
          break;
        default:
          answer(routes, response);
      }
    }
  }

  private static void answerLater(RoutesRequest request, Response response) {
    try {
      answer(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      response.resume();
    }
  }

  private static void answer(RoutesRequest request, Response response) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(request);
    if (answer == null) {
      response.setStatus(404);
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  /** The client goes away at the first byte. */
  private static void writeUntilItFails(Response response) throws IOException {
    byte[] much = new byte[64 * 1024];
    for (int i = 0; i < 10_000; i++) {
      response.getOutputStream().write(much);
      response.getOutputStream().flush();
    }
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final Request request;

    RoutesRequest(Request request) {
      this.request = request;
    }

    @Override
    public String path() {
      return request.getRequestURI().substring("/app".length());
    }

    @Override
    public @Nullable String query() {
      return request.getQueryString();
    }

    @Override
    public @Nullable String header(String name) {
      return request.getHeader(name);
    }

    @Override
    public InputStream body() {
      return request.getInputStream();
    }
  }
}
