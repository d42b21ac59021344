package dev.gossamer.instrumentation.springwebflux;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Reads the route where a request, by now mapped, is given to its handler. */
public final class SpringWebFluxInstrumentation implements Instrumentation {
  private static final String WEB = "org.springframework.web.reactive.";

  @Override
  public void describe(Description it) {
    it.named("spring-webflux", "spring-webflux-5.0").supports("Spring WebFlux", "5.0 to 7.0");
    it.onType(
            WEB + "result.method.annotation.RequestMappingHandlerAdapter",
            WEB + "result.SimpleHandlerAdapter",
            WEB + "function.server.support.HandlerFunctionAdapter",
            WEB + "socket.server.support.WebSocketHandlerAdapter")
        .advise(
            method("handle")
                .takes("org.springframework.web.server.ServerWebExchange", "java.lang.Object"),
            HandleAdvice.class);
  }
}
