package dev.gossamer.instrumentation.springwebflux;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class AnnotatedController {
  @GetMapping({
    "/success",
    "/query",
    "/redirect",
    "/error-status",
    "/exception",
    "/headers",
    "/child",
    "/async",
    "/forward"
  })
  Mono<ResponseEntity<String>> get(
      ServerWebExchange exchange,
      @RequestHeader(name = "X-Test-Request", required = false) @Nullable String testHeader) {
    return answer(exchange, testHeader, "");
  }

  @GetMapping("/path/{id}/param")
  Mono<ResponseEntity<String>> parameter(
      ServerWebExchange exchange, @PathVariable("id") String ignored) {
    return answer(exchange, null, "");
  }

  @PostMapping("/body")
  Mono<ResponseEntity<String>> body(ServerWebExchange exchange, @RequestBody Mono<String> body) {
    return body.flatMap(text -> answer(exchange, null, text));
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<String> events() {
    return Flux.range(0, 3)
        .delayElements(Duration.ofMillis(20))
        .flatMap(i -> WebFluxRoutes.answer("/child", "id=" + i, null, ""))
        .map(WebFluxRoutes::text);
  }

  @GetMapping("/never")
  Mono<String> never() {
    return Mono.never();
  }

  private static Mono<ResponseEntity<String>> answer(
      ServerWebExchange exchange, @Nullable String testHeader, String body) {
    return WebFluxRoutes.answer(
            exchange.getRequest().getPath().pathWithinApplication().value(),
            exchange.getRequest().getURI().getRawQuery(),
            testHeader,
            body)
        .map(
            answer -> {
              ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
              answer.headers().forEach(response::header);
              return response.body(WebFluxRoutes.text(answer));
            });
  }
}
