package dev.gossamer.smoke.boot.mvc;

import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
class Background {
  private final OwnerRepository owners;

  Background(OwnerRepository owners) {
    this.owners = owners;
  }

  @Async
  public CompletableFuture<String> name(int id) {
    return CompletableFuture.completedFuture(owners.findById(id).orElseThrow().name());
  }
}
