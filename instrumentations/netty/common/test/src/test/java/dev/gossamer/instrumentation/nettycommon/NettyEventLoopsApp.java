package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.testing.app.TestApp;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands work to event loops in every way there is; it sends a request, so that it leaves a span.
 */
@SuppressWarnings("deprecation") // What 4.1 and 4.2 both have.
final class NettyEventLoopsApp {
  private static final EventLoopGroup NIO = new NioEventLoopGroup(1);
  private static final EventLoopGroup PLAIN = new DefaultEventLoopGroup(1);
  private static final AtomicReference<EventLoopGroup> LATE = new AtomicReference<>();
  private static final AtomicReference<@Nullable Promise<String>> PENDING = new AtomicReference<>();

  private interface Start {
    void with(Runnable done) throws Exception;
  }

  private NettyEventLoopsApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command("execute", url -> await(done -> NIO.next().execute(send(url[0], done))));
    TestApp.command("execute-plain", url -> await(done -> PLAIN.execute(send(url[0], done))));
    TestApp.command(
        "execute-global",
        url -> await(done -> GlobalEventExecutor.INSTANCE.execute(send(url[0], done))));
    TestApp.command("submit", url -> "" + NIO.submit(() -> TestApp.get(url[0])).get());
    TestApp.command(
        "schedule",
        url -> "" + NIO.schedule(() -> TestApp.get(url[0]), 1, TimeUnit.MILLISECONDS).get());
    TestApp.command(
        "schedule-runnable",
        url -> await(done -> NIO.schedule(send(url[0], done), 1, TimeUnit.MILLISECONDS)));
    TestApp.command(
        "schedule-global",
        url ->
            ""
                + GlobalEventExecutor.INSTANCE
                    .schedule(() -> TestApp.get(url[0]), 1, TimeUnit.MILLISECONDS)
                    .get());
    TestApp.command(
        "schedule-inside",
        url ->
            await(
                done ->
                    NIO.execute(() -> NIO.schedule(send(url[0], done), 1, TimeUnit.MILLISECONDS))));
    TestApp.command("periodic", NettyEventLoopsApp::periodic);
    TestApp.command("same-task-twice", NettyEventLoopsApp::sameTaskTwice);
    TestApp.command("listener", url -> listener(url[0], NIO.next()));
    TestApp.command("listener-of-done", url -> listenerOfDone(url[0]));
    TestApp.command("listener-removed", url -> listenerRemoved(url[0]));
    TestApp.command("listener-added", NettyEventLoopsApp::listenerAdded);
    TestApp.command("listener-told", NettyEventLoopsApp::listenerTold);
    TestApp.command("loop-in-pool-first", NettyEventLoopsApp::loopInPoolFirst);
    TestApp.command(
        "loop-in-pool-later",
        url -> await(done -> Objects.requireNonNull(LATE.get()).execute(send(url[0], done))));
    TestApp.command("throwing", NettyEventLoopsApp::throwing);
    TestApp.command("refused", NettyEventLoopsApp::refused);
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  private static Runnable send(String url, Runnable done) {
    return () -> {
      try {
        TestApp.get(url);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        done.run();
      }
    };
  }

  private static String await(Start start) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    start.with(latch::countDown);
    return "" + latch.await(20, TimeUnit.SECONDS);
  }

  private static String periodic(String[] url) throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    ScheduledFuture<?> periodic =
        NIO.scheduleWithFixedDelay(
            () -> {
              if (latch.getCount() > 0) {
                send(url[0], latch::countDown).run();
              }
            },
            1,
            1,
            TimeUnit.MILLISECONDS);
    boolean done = latch.await(20, TimeUnit.SECONDS);
    periodic.cancel(false);
    return "" + done;
  }

  private static String sameTaskTwice(String[] url) throws Exception {
    CountDownLatch latch = new CountDownLatch(2);
    Runnable task = send(url[0], latch::countDown);
    NIO.execute(task);
    NIO.execute(task);
    return "" + latch.await(20, TimeUnit.SECONDS);
  }

  private static FutureListener<String> telling(String url, Runnable done) {
    return future -> send(url, done).run();
  }

  /** Added here, told by a thread that works for nobody. */
  private static String listener(String url, EventExecutor executor) throws Exception {
    Promise<String> promise = executor.newPromise();
    CountDownLatch latch = new CountDownLatch(2);
    promise.addListener(telling(url, latch::countDown));
    promise.addListener(telling(url, latch::countDown));
    Thread completing = new Thread(() -> promise.setSuccess("done"));
    completing.start();
    completing.join();
    return "" + latch.await(20, TimeUnit.SECONDS);
  }

  private static String listenerOfDone(String url) throws Exception {
    Future<String> done = NIO.next().newSucceededFuture("done");
    Promise<String> promise = NIO.next().newPromise();
    promise.setSuccess("done");
    CountDownLatch latch = new CountDownLatch(2);
    promise.addListener(telling(url, latch::countDown));
    done.addListener(telling(url, latch::countDown));
    return "" + latch.await(20, TimeUnit.SECONDS);
  }

  /** Adds the same listener twice and removes it once. */
  private static String listenerRemoved(String url) throws Exception {
    Promise<String> promise = NIO.next().newPromise();
    CountDownLatch latch = new CountDownLatch(1);
    FutureListener<String> removed = telling(url, () -> {});
    promise.addListener(removed);
    promise.removeListener(removed);
    promise.addListener(telling(url, latch::countDown));
    promise.setSuccess("done");
    return "" + latch.await(20, TimeUnit.SECONDS);
  }

  private static String listenerAdded(String[] url) {
    Promise<String> promise = NIO.next().newPromise();
    promise.addListener(telling(url[0], () -> {}));
    PENDING.set(promise);
    return "added";
  }

  /** Another request completes the promise, and waits until its own task has run. */
  private static String listenerTold(String[] url) throws Exception {
    Promise<String> promise = Objects.requireNonNull(PENDING.get());
    CountDownLatch latch = new CountDownLatch(1);
    NIO.execute(
        () -> {
          promise.setSuccess("done");
          send(url[0], latch::countDown).run();
        });
    return "" + latch.await(20, TimeUnit.SECONDS);
  }

  /** The pool's thread becomes the event loop's in the middle of a request. */
  private static String loopInPoolFirst(String[] url) throws Exception {
    EventLoopGroup group = new NioEventLoopGroup(1, Executors.newCachedThreadPool());
    LATE.set(group);
    return await(done -> group.execute(send(url[0], done)));
  }

  private static String throwing(String[] url) throws Exception {
    NIO.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    return await(done -> NIO.execute(send(url[0], done)));
  }

  private static String refused(String[] url) throws Exception {
    EventLoopGroup group = new DefaultEventLoopGroup(1);
    group.submit(() -> "started").get();
    group.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    try {
      group.execute(send(url[0], () -> {}));
      return "taken";
    } catch (java.util.concurrent.RejectedExecutionException e) {
      return "refused";
    }
  }
}
