package dev.gossamer.smoke.boot.flux;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
class OwnerController {
  private final JdbcTemplate database;

  OwnerController(JdbcTemplate database) {
    this.database = database;
  }

  @GetMapping("/owners/{id}")
  Mono<String> owner(@PathVariable int id) {
    return Mono.fromCallable(
            () -> database.queryForObject("SELECT name FROM owner WHERE id = ?", String.class, id))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @GetMapping("/broken")
  Mono<String> broken() {
    return Mono.error(new IllegalStateException("on purpose"));
  }

  @GetMapping("/moved")
  Mono<ResponseEntity<Void>> moved() {
    return Mono.just(
        ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/shop/owners/1")).build());
  }

  @GetMapping("/later/{id}")
  Mono<String> later(@PathVariable int id) {
    return Mono.delay(Duration.ofMillis(5)).flatMap(tick -> owner(id));
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<String> events() {
    return Flux.interval(Duration.ofMillis(5))
        .onBackpressureBuffer()
        .take(3)
        .concatMap(i -> owner(i.intValue() + 1));
  }
}
