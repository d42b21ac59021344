package dev.gossamer.instrumentation.springwebflux;

import dev.gossamer.testing.app.ServerRoutes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The routes of the contract, answered where blocking is allowed. */
final class WebFluxRoutes {
  private WebFluxRoutes() {}

  /** Functional. */
  static RouterFunction<ServerResponse> functional() {
    HandlerFunction<ServerResponse> handler = WebFluxRoutes::handle;
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String path : ServerRoutes.PATHS) {
      routes.GET(path, handler).POST(path, handler);
    }
    return routes.GET("/path/{id}/param", handler).build();
  }

  private static Mono<ServerResponse> handle(ServerRequest request) {
    return request
        .bodyToMono(String.class)
        .defaultIfEmpty("")
        .flatMap(
            body ->
                answer(
                    request.path(),
                    request.uri().getRawQuery(),
                    first(request, "X-Test-Request"),
                    body))
        .flatMap(
            answer -> {
              ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
              answer.headers().forEach(response::header);
              return response.bodyValue(text(answer));
            })
        .switchIfEmpty(ServerResponse.notFound().build());
  }

  private static @Nullable String first(ServerRequest request, String header) {
    return request.headers().header(header).stream().findFirst().orElse(null);
  }

  static Mono<ServerRoutes.Answer> answer(
      String path, @Nullable String query, @Nullable String testHeader, String body) {
    Mono<ServerRoutes.Answer> answer =
        Mono.fromCallable(() -> ServerRoutes.answer(new Given(path, query, testHeader, body)));
    // Reactor Netty loses about one answer in 100,000 on a kept connection when another thread than
    // its own gives it (reactor-netty issue 4361), with and without an agent: too many for the test
    // of many requests, which asks for this path.
    return path.endsWith("/success") ? answer : answer.subscribeOn(Schedulers.boundedElastic());
  }

  static String text(ServerRoutes.Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
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
