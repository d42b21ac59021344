package dev.gossamer.instrumentation.executors;

import dev.gossamer.testing.app.TestApp;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, each of which leaves a span, from threads of Java 21 and later; by reflection, as
 * it is compiled for 17 and structured concurrency was another one in each release.
 */
final class VirtualThreadsApp {
  private static final String SCOPE = "java.util.concurrent.StructuredTaskScope";

  private VirtualThreadsApp() {}

  public static void main(String[] args) throws Exception {
    TestApp.command(
        "start",
        url -> join((Thread) of(Thread.class, "startVirtualThread", Runnable.class, send(url[0]))));
    TestApp.command(
        "builder-start", url -> join((Thread) ofBuilder("start", Runnable.class, send(url[0]))));
    TestApp.command(
        "builder-unstarted",
        url -> {
          Thread thread = (Thread) ofBuilder("unstarted", Runnable.class, send(url[0]));
          thread.start();
          return join(thread);
        });
    TestApp.command(
        "factory",
        url -> {
          Thread thread = virtual().newThread(send(url[0]));
          thread.start();
          return join(thread);
        });
    TestApp.command("per-task", url -> perTask(virtual(), url[0]));
    TestApp.command("per-task-platform", url -> perTask(Thread::new, url[0]));
    TestApp.command("inside-another", VirtualThreadsApp::insideAnother);
    TestApp.command("many", VirtualThreadsApp::many);
    TestApp.command("structured", url -> structured(null, url[0]));
    TestApp.command("structured-platform", url -> structured(Thread::new, url[0]));
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  private static Runnable send(String url) {
    return () -> {
      try {
        // Off its carrier in between.
        Thread.sleep(1);
        TestApp.get(url);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Callable<String> callable(String url) {
    return () -> {
      send(url).run();
      return "sent";
    };
  }

  private static String join(Thread thread) throws InterruptedException {
    thread.join(20_000);
    return thread.isAlive() ? "running" : "ended";
  }

  private static Object of(Class<?> type, String method, Class<?> parameter, Object argument)
      throws Exception {
    return type.getMethod(method, parameter).invoke(null, argument);
  }

  private static Object ofBuilder(String method, Class<?> parameter, Object argument)
      throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    return Class.forName("java.lang.Thread$Builder")
        .getMethod(method, parameter)
        .invoke(builder, argument);
  }

  private static ThreadFactory virtual() throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    return (ThreadFactory)
        Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
  }

  private static ExecutorService executor(ThreadFactory factory) throws Exception {
    return (ExecutorService)
        of(Executors.class, "newThreadPerTaskExecutor", ThreadFactory.class, factory);
  }

  private static String perTask(ThreadFactory factory, String url) throws Exception {
    ExecutorService executor = executor(factory);
    executor.execute(send(url));
    String sent = executor.submit(callable(url)).get(20, TimeUnit.SECONDS);
    int all = executor.invokeAll(List.of(callable(url), callable(url))).size();
    executor.shutdown();
    return sent + all + executor.awaitTermination(20, TimeUnit.SECONDS);
  }

  private static String insideAnother(String[] url) throws Exception {
    ExecutorService executor = executor(virtual());
    Future<String> outer =
        executor.submit(() -> executor.submit(callable(url[0])).get(20, TimeUnit.SECONDS));
    String sent = outer.get(20, TimeUnit.SECONDS);
    executor.shutdown();
    return sent;
  }

  private static String many(String[] url) throws Exception {
    ExecutorService executor = executor(virtual());
    List<Future<String>> sent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sent.add(executor.submit(callable(url[0])));
    }
    for (Future<String> one : sent) {
      one.get(20, TimeUnit.SECONDS);
    }
    executor.shutdown();
    return "" + sent.size();
  }

  /** Two forks, one of which forks again. */
  private static String structured(@Nullable ThreadFactory factory, String url) throws Exception {
    try (AutoCloseable scope = open(factory)) {
      fork(scope, callable(url));
      fork(
          scope,
          () -> {
            try (AutoCloseable inner = open(factory)) {
              fork(inner, callable(url));
              join(inner);
            }
            return "forked";
          });
      join(scope);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
    return "joined";
  }

  /** By a constructor until Java 24, by a method since. */
  private static AutoCloseable open(@Nullable ThreadFactory factory) throws Exception {
    Class<?> scope = Class.forName(SCOPE);
    if (!scope.isInterface()) {
      return (AutoCloseable)
          (factory == null
              ? scope.getConstructor().newInstance()
              : scope
                  .getConstructor(String.class, ThreadFactory.class)
                  .newInstance("test", factory));
    }
    Class<?> joiner = Class.forName(SCOPE + "$Joiner");
    Object all = joiner.getMethod("awaitAllSuccessfulOrThrow").invoke(null);
    if (factory == null) {
      return (AutoCloseable) scope.getMethod("open", joiner).invoke(null, all);
    }
    Class<?> configuration;
    try {
      configuration = Class.forName(SCOPE + "$Configuration");
    } catch (ClassNotFoundException e) {
      configuration = Class.forName(SCOPE + "$Config");
    }
    Class<?> configured = configuration;
    java.util.function.UnaryOperator<Object> with =
        given -> {
          try {
            return configured
                .getMethod("withThreadFactory", ThreadFactory.class)
                .invoke(given, factory);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        };
    for (java.lang.reflect.Method method : scope.getMethods()) {
      if (method.getName().equals("open") && method.getParameterCount() == 2) {
        return (AutoCloseable) method.invoke(null, all, with);
      }
    }
    throw new IllegalStateException("no way to open a scope with a thread factory");
  }

  private static void fork(AutoCloseable scope, Callable<String> task) throws Exception {
    Class.forName(SCOPE).getMethod("fork", Callable.class).invoke(scope, task);
  }

  private static void join(AutoCloseable scope) throws Exception {
    Class.forName(SCOPE).getMethod("join").invoke(scope);
  }
}
