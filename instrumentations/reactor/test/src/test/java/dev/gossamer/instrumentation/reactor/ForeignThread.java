package dev.gossamer.instrumentation.reactor;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** A thread with a queue that no instrumentation knows: what it runs has no context. */
final class ForeignThread {
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  ForeignThread() {
    Thread thread = new Thread(this::run, "foreign");
    thread.setDaemon(true);
    thread.start();
  }

  void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs the task as soon as the condition holds. */
  void later(BooleanSupplier condition, Runnable task) {
    tasks.add(
        () -> {
          if (condition.getAsBoolean()) {
            task.run();
          } else {
            Thread.onSpinWait();
            later(condition, task);
          }
        });
  }

  private void run() {
    while (true) {
      try {
        tasks.take().run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
