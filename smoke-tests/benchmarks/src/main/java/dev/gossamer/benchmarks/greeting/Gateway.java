package dev.gossamer.benchmarks.greeting;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** {@code GET /greetings/7} asks {@code GET /stock/7} of the same server. Argument: port. */
final class Gateway {
  private final WebClient stock;

  private Gateway(int port) {
    stock = WebClient.create("http://localhost:" + port);
  }

  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    Gateway gateway = new Gateway(port);
    HttpServer.create()
        .host("localhost")
        .port(port)
        .handle(
            new ReactorHttpHandlerAdapter(
                RouterFunctions.toHttpHandler(
                    RouterFunctions.route()
                        .GET("/greetings/{id}", gateway::greet)
                        .GET("/stock/{id}", request -> ServerResponse.ok().bodyValue("7"))
                        .build())))
        .bindNow()
        .onDispose()
        .block();
  }

  private Mono<ServerResponse> greet(ServerRequest request) {
    return stock
        .get()
        .uri("/stock/{id}", request.pathVariable("id"))
        .retrieve()
        .bodyToMono(String.class)
        .flatMap(count -> ServerResponse.ok().bodyValue("hello, " + count));
  }
}
