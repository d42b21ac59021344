package dev.gossamer.instrumentation.executors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Apart, because Spring 7 has no listenable futures. */
final class Listenable {
  private Listenable() {}

  static String callback(ThreadPoolTaskExecutor executor, String url) throws Exception {
    CompletableFuture<String> called = new CompletableFuture<>();
    executor
        .submitListenable(() -> SpringApp.send(url))
        .addCallback(
            status -> called.complete(status + SpringApp.send(url)), called::completeExceptionally);
    return called.get(20, TimeUnit.SECONDS);
  }
}
