package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.app.TestApp;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** The routes on the bare server, without a router. */
public final class VertxCoreApp {
  /** System property: the threads of the verticle that serves; without it there is none. */
  static final String THREADS = "test.threads";

  private VertxCoreApp() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    String threads = System.getProperty(THREADS);
    if (threads == null) {
      listen(vertx, Promise.promise());
    } else {
      // By its name: the type of a verticle changed with Vert.x 5.
      vertx.deployVerticle(
          Serving.class.getName(),
          new DeploymentOptions().setThreadingModel(ThreadingModel.valueOf(threads)));
    }
    TestApp.awaitStop();
    vertx.close();
  }

  /** Serves on the threads of its deployment. */
  public static final class Serving extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) {
      listen(vertx, started);
    }
  }

  private static void listen(Vertx vertx, Promise<Void> started) {
    vertx
        .createHttpServer(new HttpServerOptions().setMaxHeaderSize(65536))
        .requestHandler(request -> handle(vertx, request))
        .listen(0, "localhost")
        .onSuccess(
            server -> {
              TestApp.ready(server.actualPort());
              started.complete();
            });
  }

  private static void handle(Vertx vertx, HttpServerRequest request) {
    if (request.path().equals("/async")) {
      vertx.setTimer(1, id -> vertx.runOnContext(v -> answer(request, Buffer.buffer())));
      return;
    }
    request.bodyHandler(body -> answer(request, body));
  }

  private static void answer(HttpServerRequest request, Buffer body) {
    try {
      if (!VertxRequest.answer(request, body)) {
        request.response().setStatusCode(404).end();
      }
    } catch (Exception e) {
      // The bare server only logs what a handler throws, and leaves the client waiting.
      request.response().setStatusCode(500).end("controller exception");
    }
  }
}
