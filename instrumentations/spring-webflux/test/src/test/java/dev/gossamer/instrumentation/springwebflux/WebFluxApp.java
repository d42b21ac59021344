package dev.gossamer.instrumentation.springwebflux;

import dev.gossamer.testing.app.TestApp;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ContextPathCompositeHandler;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** WebFlux on Reactor Netty; argument: {@code annotated} or {@code functional}, a context path. */
final class WebFluxApp {
  private WebFluxApp() {}

  public static void main(String[] arguments) throws Exception {
    AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(
            WebFlux.class,
            arguments[0].equals("annotated") ? AnnotatedController.class : Functions.class);
    HttpHandler handler = WebHttpHandlerBuilder.applicationContext(context).build();
    if (arguments.length > 1) {
      handler = new ContextPathCompositeHandler(java.util.Map.of(arguments[1], handler));
    }
    DisposableServer server =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .httpRequestDecoder(limits -> limits.maxHeaderSize(65536))
            .handle(new ReactorHttpHandlerAdapter(handler))
            .bindNow();
    TestApp.ready(server.port());
    TestApp.awaitStop();
    server.disposeNow();
    context.close();
  }

  @Configuration
  @EnableWebFlux
  static class WebFlux {}

  @Configuration
  static class Functions {
    @Bean
    RouterFunction<ServerResponse> routes() {
      return WebFluxRoutes.functional();
    }
  }
}
