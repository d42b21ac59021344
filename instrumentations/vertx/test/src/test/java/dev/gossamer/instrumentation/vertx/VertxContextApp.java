package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CountDownLatch;

/** Leaves a request's handler in every way there is, and calls the far end from where it gets. */
public final class VertxContextApp {
  /** System property: whether blocking code is given as a handler, as in the oldest release. */
  static final String BLOCKING_HANDLERS = "test.blocking-handlers";

  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient CLIENT = VertxClients.create(VERTX, new HttpClientOptions());
  private static final HttpClient HTTP2 =
      VertxClients.create(
          VERTX,
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false));

  /** A context of nobody's request. */
  private static final Context OTHER = VERTX.getOrCreateContext();

  private static volatile CountDownLatch ticks = new CountDownLatch(0);

  private VertxContextApp() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        VERTX.createHttpServer().requestHandler(request -> handle(request.path(), request));
    server.listen(0, "localhost").toCompletionStage().toCompletableFuture().get();
    TestApp.command("ticks", a -> awaitTicks());
    TestApp.command("http2", a -> http2(server.actualPort(), a[0]));
    TestApp.ready(server.actualPort());
    TestApp.awaitStop();
    VERTX.close();
  }

  private static void handle(String path, HttpServerRequest request) {
    switch (path) {
      case "/run-on-context" ->
          VERTX.runOnContext(
              v -> VERTX.getOrCreateContext().runOnContext(w -> answer(path, request)));
      case "/run-on-other-context" -> OTHER.runOnContext(v -> answer(path, request));
      case "/timer" -> VERTX.setTimer(1, id -> answer(path, request));
      case "/periodic" -> periodic(path, request);
      case "/blocking" -> blocking(path, request);
      case "/after-blocking" ->
          blocking(() -> null)
              .compose(v -> blocking(() -> null))
              .onComplete(result -> answer(path, request));
      case "/completed-elsewhere" -> {
        Promise<String> promise = Promise.promise();
        promise.future().onSuccess(text -> answer(path, request));
        new Thread(() -> promise.complete("done")).start();
      }
      case "/composed-elsewhere" -> {
        Promise<String> promise = Promise.promise();
        promise
            .future()
            .compose(text -> Future.<Integer>failedFuture("failed"))
            .recover(
                failure -> {
                  call(path);
                  return Future.succeededFuture(1);
                })
            .onComplete(result -> request.response().end());
        new Thread(() -> promise.complete("done")).start();
      }
      case "/body" -> request.handler(body -> call(path)).endHandler(v -> request.response().end());
      case "/client" -> get("/echo/first").onComplete(status -> answer(path, request));
      default -> request.response().end();
    }
  }

  private static void blocking(String path, HttpServerRequest request) {
    blocking(
            () -> {
              call(path);
              return null;
            })
        .onComplete(v -> request.response().end());
  }

  private static Future<Object> blocking(java.util.concurrent.Callable<Object> code) {
    if (!Boolean.getBoolean(BLOCKING_HANDLERS)) {
      return VERTX.executeBlocking(code);
    }
    return VERTX.executeBlocking(
        promise -> {
          try {
            promise.complete(code.call());
          } catch (Exception e) {
            promise.fail(e);
          }
        });
  }

  private static void periodic(String path, HttpServerRequest request) {
    CountDownLatch counted = new CountDownLatch(2);
    ticks = counted;
    VERTX.setPeriodic(
        1,
        id -> {
          call(path);
          counted.countDown();
          if (counted.getCount() == 0) {
            VERTX.cancelTimer(id);
          }
        });
    request.response().end();
  }

  private static String awaitTicks() throws InterruptedException {
    ticks.await();
    return "";
  }

  private static void answer(String path, HttpServerRequest request) {
    call(path);
    request.response().end();
  }

  private static void call(String path) {
    try {
      TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/echo" + path);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Future<Integer> get(String path) {
    return CLIENT
        .request(
            new RequestOptions().setAbsoluteURI(System.getProperty(ServerRoutes.CALLBACK) + path))
        .compose(HttpClientRequest::send)
        .map(response -> response.statusCode());
  }

  private static String http2(int port, String path) throws Exception {
    return HTTP2
        .request(HttpMethod.GET, port, "localhost", path)
        .compose(HttpClientRequest::send)
        .compose(
            response ->
                response.body().map(body -> response.version() + " " + response.statusCode()))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }
}
