package dev.gossamer.benchmarks.greeting;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.server.HttpServer;

/** Argument: port. */
final class WebFluxGreeting {
  private WebFluxGreeting() {}

  public static void main(String[] arguments) {
    HttpServer.create()
        .host("localhost")
        .port(Integer.parseInt(arguments[0]))
        .handle(
            new ReactorHttpHandlerAdapter(
                RouterFunctions.toHttpHandler(
                    RouterFunctions.route()
                        .GET("/greetings/{id}", request -> ServerResponse.ok().bodyValue("hello"))
                        .build())))
        .bindNow()
        .onDispose()
        .block();
  }
}
