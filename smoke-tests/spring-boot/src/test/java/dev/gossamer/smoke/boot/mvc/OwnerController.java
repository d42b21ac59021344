package dev.gossamer.smoke.boot.mvc;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class OwnerController {
  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final OwnerRepository owners;
  private final Background background;

  OwnerController(OwnerRepository owners, Background background) {
    this.owners = owners;
    this.background = background;
  }

  @GetMapping("/owners/{id}")
  String owner(@PathVariable int id) {
    return owners.findById(id).orElseThrow().name();
  }

  @GetMapping("/broken")
  String broken() {
    throw new IllegalStateException("on purpose");
  }

  @GetMapping("/moved")
  ResponseEntity<Void> moved() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/shop/owners/1")).build();
  }

  @GetMapping("/later/{id}")
  Callable<String> later(@PathVariable int id) {
    return () -> owner(id);
  }

  @GetMapping("/background/{id}")
  CompletableFuture<String> background(@PathVariable int id) {
    return background.name(id);
  }

  @GetMapping("/events")
  SseEmitter events() {
    SseEmitter emitter = new SseEmitter();
    executor.execute(
        () -> {
          try {
            for (int id = 1; id <= 3; id++) {
              emitter.send(owner(id));
            }
            emitter.complete();
          } catch (IOException e) {
            emitter.completeWithError(e);
          }
        });
    return emitter;
  }
}
