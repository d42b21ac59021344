package dev.gossamer.instrumentation.executors;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/** Virtual threads, by reflection: this is compiled for a Java without them. */
final class VirtualCases {
  private static final AtomicReference<ExecutorService> LATE = new AtomicReference<>();

  private VirtualCases() {}

  static String virtualStart(String[] url) throws Exception {
    return Tasks.await(
        done ->
            Thread.class
                .getMethod("startVirtualThread", Runnable.class)
                .invoke(null, Tasks.then(Tasks.send(url[0]), done)));
  }

  static String virtualExecutor(String[] url) throws Exception {
    ExecutorService perTask =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    String sent = Tasks.wait(perTask.submit(Tasks.callable(url[0])));
    perTask.shutdown();
    return sent;
  }

  /** A pool of virtual threads, the first of which is made below a span. */
  static String virtualPoolFirst(String[] url) throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    ThreadFactory factory =
        (ThreadFactory)
            Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    ExecutorService pool = Executors.newFixedThreadPool(1, factory);
    LATE.set(pool);
    return Tasks.wait(pool.submit(Tasks.callable(url[0])));
  }

  /** The same pool, below no span or another one. */
  static String virtualPoolLater(String[] url) throws Exception {
    return Tasks.wait(Objects.requireNonNull(LATE.get()).submit(Tasks.callable(url[0])));
  }
}
