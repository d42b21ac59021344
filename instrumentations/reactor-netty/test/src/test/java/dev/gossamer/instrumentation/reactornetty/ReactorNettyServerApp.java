package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/** The contract's routes, declared to Reactor Netty's HttpServer. */
final class ReactorNettyServerApp {
  private ReactorNettyServerApp() {}

  public static void main(String[] arguments) throws Exception {
    DisposableServer server =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .httpRequestDecoder(limits -> limits.maxHeaderSize(65536))
            .route(ReactorNettyServerApp::declare)
            .bindNow();
    TestApp.ready(server.port());
    TestApp.awaitStop();
    server.disposeNow();
  }

  private static void declare(HttpServerRoutes routes) {
    for (String path : ServerRoutes.PATHS) {
      routes.get(path, ReactorNettyServerApp::handle).post(path, ReactorNettyServerApp::handle);
    }
    routes.get("/path/{id}/param", ReactorNettyServerApp::handle);
  }

  private static Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    URI uri = URI.create(request.uri());
    String testHeader = request.requestHeaders().get("X-Test-Request");
    AtomicReference<Executor> eventLoop = new AtomicReference<>();
    request.withConnection(connection -> eventLoop.set(connection.channel().eventLoop()));
    return request
        .receive()
        .aggregate()
        .asString()
        .defaultIfEmpty("")
        .flatMap(
            body ->
                answer(new Given(uri.getPath(), uri.getRawQuery(), testHeader, body))
                    .publishOn(Schedulers.fromExecutor(eventLoop.get())))
        .flatMap(
            answer -> {
              response.status(answer.status());
              answer.headers().forEach(response::header);
              return response.sendByteArray(Mono.just(answer.body())).then();
            });
  }

  private static Mono<ServerRoutes.Answer> answer(Given request) {
    // Reactor Netty loses an answer now and then on a kept connection when another thread than its
    // own gives it (reactor-netty issue 4361), with and without an agent.
    return Mono.fromCallable(() -> ServerRoutes.answer(request))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private record Given(
      String path, @Nullable String query, @Nullable String testHeader, String text)
      implements ServerRoutes.Request {
    @Override
    public @Nullable String header(String name) {
      return name.equals("X-Test-Request") ? testHeader : null;
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
