package dev.gossamer.instrumentation.guava;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListenableFutureTask;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Futures that are completed by threads of their own, by what all versions of Guava have. */
final class GuavaApp {
  private static final Executor DIRECT = Runnable::run;
  private static final ListeningExecutorService POOL =
      MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(2));
  private static final ConcurrentHashMap<String, SettableFuture<String>> NAMED =
      new ConcurrentHashMap<>();

  private GuavaApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command("listener", url -> listener(DIRECT, url));
    TestApp.command("pooled-listener", url -> listener(POOL, url));
    TestApp.command("late-listener", GuavaApp::lateListener);
    TestApp.command("callback", GuavaApp::callback);
    TestApp.command("failure", GuavaApp::failure);
    TestApp.command("transform", GuavaApp::transform);
    TestApp.command("submit", GuavaApp::submit);
    TestApp.command("task", GuavaApp::task);
    TestApp.command("add", GuavaApp::add);
    TestApp.command("complete", GuavaApp::complete);
    if (arguments.length > 0) {
      TestApp.command("chain", GuavaApp::chain);
    }
    TestApp.serve();
  }

  private static String get(String url) {
    try {
      return "" + TestApp.get(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Completes it in a thread without context, which then sends a request of its own. */
  private static void complete(SettableFuture<String> future, String url) throws Exception {
    Thread thread =
        new Thread(
            () -> {
              future.set("set");
              get(url);
            });
    thread.start();
    thread.join();
  }

  private static String listener(Executor executor, String[] url) throws Exception {
    SettableFuture<String> future = SettableFuture.create();
    CompletableFuture<String> result = new CompletableFuture<>();
    future.addListener(() -> result.complete(get(url[0])), executor);
    complete(future, url[1]);
    return result.get(20, TimeUnit.SECONDS);
  }

  private static String lateListener(String[] url) throws Exception {
    SettableFuture<String> future = SettableFuture.create();
    complete(future, url[1]);
    CompletableFuture<String> result = new CompletableFuture<>();
    future.addListener(() -> result.complete(get(url[0])), DIRECT);
    return result.get(20, TimeUnit.SECONDS);
  }

  private static String callback(String[] url) throws Exception {
    SettableFuture<String> future = SettableFuture.create();
    CompletableFuture<String> result = new CompletableFuture<>();
    Futures.addCallback(future, new Getting(url[0], result), DIRECT);
    complete(future, url[1]);
    return result.get(20, TimeUnit.SECONDS);
  }

  private static String failure(String[] url) throws Exception {
    SettableFuture<String> future = SettableFuture.create();
    CompletableFuture<String> result = new CompletableFuture<>();
    Futures.addCallback(future, new Getting(url[0], result), POOL);
    Thread thread = new Thread(() -> future.setException(new IllegalStateException()));
    thread.start();
    return result.get(20, TimeUnit.SECONDS);
  }

  private static String transform(String[] url) throws Exception {
    SettableFuture<String> future = SettableFuture.create();
    ListenableFuture<String> first = Futures.transform(future, set -> set + get(url[0]), DIRECT);
    ListenableFuture<String> second = Futures.transform(first, set -> set + get(url[0]), POOL);
    complete(future, url[1]);
    return second.get(20, TimeUnit.SECONDS);
  }

  private static String submit(String[] url) throws Exception {
    ListenableFuture<String> future = POOL.submit(() -> get(url[0]));
    return Futures.transform(future, got -> got + get(url[0]), POOL).get(20, TimeUnit.SECONDS);
  }

  /** A future that is no AbstractFuture. */
  private static String task(String[] url) throws Exception {
    ListenableFutureTask<String> task = ListenableFutureTask.create(() -> "done");
    CompletableFuture<String> result = new CompletableFuture<>();
    task.addListener(() -> result.complete(get(url[0])), DIRECT);
    Thread thread = new Thread(task);
    thread.start();
    return result.get(20, TimeUnit.SECONDS);
  }

  private static String add(String[] name) {
    SettableFuture<String> future = NAMED.computeIfAbsent(name[0], n -> SettableFuture.create());
    future.addListener(() -> get(name[1]), DIRECT);
    return "added";
  }

  private static String complete(String[] name) {
    SettableFuture<String> future = NAMED.get(name[0]);
    return future != null && future.set("set") ? get(name[1]) : "not there";
  }

  /** Many futures that each take the next one's result, completed from the far end. */
  private static String chain(String[] none) throws Exception {
    SettableFuture<String> last = SettableFuture.create();
    ListenableFuture<String> future = last;
    for (int i = 0; i < 100_000; i++) {
      SettableFuture<String> next = SettableFuture.create();
      next.setFuture(future);
      future = next;
    }
    last.set("reached");
    return future.get(20, TimeUnit.SECONDS);
  }

  private static final class Getting implements FutureCallback<String> {
    private final String url;
    private final CompletableFuture<String> result;

    Getting(String url, CompletableFuture<String> result) {
      this.url = url;
      this.result = result;
    }

    @Override
    public void onSuccess(@Nullable String value) {
      result.complete(get(url));
    }

    @Override
    public void onFailure(Throwable failure) {
      result.complete(get(url));
    }
  }
}
