package dev.gossamer.instrumentation.jetty;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** {@link ServerRoutes} in a handler of Jetty 12, and handlers that answer otherwise. */
final class Jetty12App {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private Jetty12App() {}

  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    // As large as baggage may be, and more.
    configuration.setRequestHeaderSize(32768);
    ServerConnector connector =
        new ServerConnector(
            server,
            new HttpConnectionFactory(configuration),
            new HTTP2CServerConnectionFactory(configuration));
    server.addConnector(connector);
    server.setHandler(new ContextHandler(new RoutesHandler(), "/app"));
    server.start();
    TestApp.ready(connector.getLocalPort());
    TestApp.awaitStop();
    server.stop();
    THREADS.shutdown();
  }

  private static final class RoutesHandler extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback done) throws Exception {
      RoutesRequest routes = new RoutesRequest(request);
      switch (routes.path()) {
        case "/async":
          THREADS.execute(() -> answerSafely(routes, response, done));
          return true;
        case "/fails-later":
          THREADS.execute(() -> done.failed(new IllegalStateException("failed later")));
          return true;
        case "/reads-on-demand":
          new Reader(request, done).run();
          return true;
        case "/calls-itself":
          write(response, callItself(request), done);
          return true;
        case "/abort":
          writeUntilItFails(response, done);
          return true;
        default:
          return answer(routes, response, done);
      }
    }
  }

  private static void answerSafely(RoutesRequest request, Response response, Callback done) {
    try {
      answer(request, response, done);
    } catch (Exception e) {
      done.failed(e);
    }
  }

  private static boolean answer(RoutesRequest request, Response response, Callback done)
      throws Exception {
    ServerRoutes.Answer answer = ServerRoutes.answer(request);
    if (answer == null) {
      return false;
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(answer.body()), done);
    return true;
  }

  private static void write(Response response, String text, Callback done) {
    Content.Sink.write(response, true, text, done);
  }

  /** The client goes away at the first byte. */
  private static void writeUntilItFails(Response response, Callback done) {
    response.write(
        false,
        ByteBuffer.allocate(64 * 1024),
        Callback.from(() -> writeUntilItFails(response, done), done::failed));
  }

  private static String callItself(Request request) throws Exception {
    URI uri = URI.create("http://localhost:" + Request.getLocalPort(request) + "/app/success");
    HttpResponse<Void> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    return response.version().toString();
  }

  /** Calls back once the body, which comes late, has arrived. */
  private static final class Reader implements Runnable {
    private final Request request;
    private final Callback done;

    Reader(Request request, Callback done) {
      this.request = request;
      this.done = done;
    }

    @Override
    public void run() {
      try {
        for (Content.Chunk chunk = request.read(); ; chunk = request.read()) {
          if (chunk == null) {
            request.demand(this);
            return;
          }
          chunk.release();
          if (chunk.isLast()) {
            TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/echo?id=1");
            done.succeeded();
            return;
          }
        }
      } catch (Exception e) {
        done.failed(e);
      }
    }
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final Request request;

    RoutesRequest(Request request) {
      this.request = request;
    }

    @Override
    public String path() {
      return Request.getPathInContext(request);
    }

    @Override
    public @Nullable String query() {
      return request.getHttpURI().getQuery();
    }

    @Override
    public @Nullable String header(String name) {
      return request.getHeaders().get(name);
    }

    @Override
    public InputStream body() {
      return Request.asInputStream(request);
    }
  }
}
