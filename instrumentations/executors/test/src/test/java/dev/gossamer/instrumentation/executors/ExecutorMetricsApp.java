package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes pools, and keeps their threads busy until it is told not to. */
final class ExecutorMetricsApp {
  private static final Map<String, ExecutorService> POOLS = new ConcurrentHashMap<>();
  private static volatile CountDownLatch release = new CountDownLatch(1);

  private ExecutorMetricsApp() {}

  public static void main(String[] args) throws Exception {
    TestApp.command("open", a -> open(a[0], Integer.parseInt(a[1])));
    TestApp.command("open-broken", a -> openBroken(a[0]));
    TestApp.command("open-forked", a -> openForked(a[0]));
    TestApp.command("occupy", a -> occupy(a[0], Integer.parseInt(a[1])));
    TestApp.command("forget", a -> forget(a[0]));
    TestApp.command("many", a -> many(Integer.parseInt(a[0])));
    TestApp.command(
        "release",
        a -> {
          release.countDown();
          release = new CountDownLatch(1);
          return "released";
        });
    TestApp.command(
        "close",
        a -> {
          pool(a[0]).shutdown();
          return "" + pool(a[0]).awaitTermination(20, TimeUnit.SECONDS);
        });
    TestApp.ready(0);
    TestApp.awaitStop();
    System.exit(0);
  }

  private static ExecutorService pool(String name) {
    ExecutorService pool = POOLS.get(name);
    if (pool == null) {
      throw new IllegalArgumentException("no pool " + name);
    }
    return pool;
  }

  private static String open(String name, int threads) {
    POOLS.put(name, threadPool(name, threads));
    return "open";
  }

  private static ThreadPoolExecutor threadPool(String name, int threads) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> new Thread(task, name + "-" + number.incrementAndGet()));
  }

  private static String openBroken(String name) {
    POOLS.put(
        name,
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, name + "-1")) {
          @Override
          public int getActiveCount() {
            throw new IllegalStateException("injected");
          }
        });
    return "open";
  }

  private static String openForked(String name) {
    POOLS.put(
        name,
        new ForkJoinPool(
            2,
            pool -> {
              var worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
              worker.setName(name + "-" + worker.getPoolIndex());
              return worker;
            },
            null,
            false));
    return "open";
  }

  /** Starts tasks that wait for the release. */
  private static String occupy(String name, int tasks) {
    CountDownLatch until = release;
    for (int i = 0; i < tasks; i++) {
      pool(name)
          .execute(
              () -> {
                try {
                  until.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
    return "occupied";
  }

  /** Uses a pool, never closes it, and says whether it is let go. */
  private static String forget(String name) throws Exception {
    ReferenceQueue<ThreadPoolExecutor> collected = new ReferenceQueue<>();
    WeakReference<ThreadPoolExecutor> pool = used(name, collected);
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < deadline) {
      System.gc();
      if (collected.remove(100) == pool) {
        return "let go";
      }
    }
    return "kept";
  }

  private static WeakReference<ThreadPoolExecutor> used(
      String name, ReferenceQueue<ThreadPoolExecutor> collected) throws Exception {
    ThreadPoolExecutor pool = threadPool(name, 1);
    pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    pool.allowCoreThreadTimeOut(true);
    pool.submit(() -> {}).get();
    return new WeakReference<>(pool, collected);
  }

  /** Uses and closes pools one after the other, as the default factory names them. */
  private static String many(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      ExecutorService pool = Executors.newFixedThreadPool(1);
      pool.submit(() -> {}).get();
      pool.shutdown();
      pool.awaitTermination(20, TimeUnit.SECONDS);
    }
    return "done";
  }
}
