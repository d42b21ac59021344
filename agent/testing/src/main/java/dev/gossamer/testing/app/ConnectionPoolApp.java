package dev.gossamer.testing.app;

import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The application that {@code ConnectionPoolContract} drives: a library's {@code main} hands its
 * pools to {@link #run}. Pools are named by a word of the test's.
 */
public final class ConnectionPoolApp {
  private static final Map<String, Opened> POOLS = new ConcurrentHashMap<>();

  private ConnectionPoolApp() {}

  /** Offers the pools to the test until it says stop. */
  public static void run(PoolUnderTest pools) throws Exception {
    TestApp.command(
        "open",
        a -> {
          POOLS.put(a[0], new Opened(pools.open(a[1].isEmpty() ? null : a[1], a[2])));
          return "open";
        });
    TestApp.command("borrow", a -> opened(a[0]).borrow());
    TestApp.command("give-back", a -> opened(a[0]).giveBack());
    TestApp.command(
        "close",
        a -> {
          pools.close(opened(a[0]).pool);
          return "closed";
        });
    TestApp.command("undeploy", a -> undeploy(pools.getClass().getName(), a[0], a[1]));
    TestApp.ready(0);
    TestApp.awaitStop();
    System.exit(0);
  }

  private static Opened opened(String name) {
    Opened opened = POOLS.get(name);
    if (opened == null) {
      throw new IllegalArgumentException("no pool " + name);
    }
    return opened;
  }

  /** A pool, and what the application has of it. */
  private static final class Opened {
    final DataSource pool;
    private final Deque<Connection> borrowed = new ConcurrentLinkedDeque<>();

    Opened(DataSource pool) {
      this.pool = pool;
    }

    /** How many connections the application has now, or what the pool threw instead. */
    String borrow() {
      try {
        borrowed.push(pool.getConnection());
        return "" + borrowed.size();
      } catch (SQLException e) {
        return "threw " + e.getClass().getName();
      }
    }

    /** Closes a connection twice, as is allowed. */
    String giveBack() throws SQLException {
      Connection connection = borrowed.pop();
      connection.close();
      connection.close();
      return "given back";
    }
  }

  /** Runs a pool in a class loader of its own, closes it, and says whether the loader is let go. */
  private static String undeploy(String pools, String name, String url) throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = deploy(pools, name, url, collected);
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (System.nanoTime() < deadline) {
      System.gc();
      if (collected.remove(100) == loader) {
        return "let go";
      }
    }
    return "kept";
  }

  private static WeakReference<ClassLoader> deploy(
      String pools, String name, String url, ReferenceQueue<ClassLoader> collected)
      throws Exception {
    Deployed loader = new Deployed(classPath());
    // What the library leaves in thread locals goes with the thread.
    FutureTask<@Nullable Void> use =
        new FutureTask<>(
            () -> {
              PoolUnderTest deployed =
                  (PoolUnderTest) loader.loadClass(pools).getConstructor().newInstance();
              DataSource pool = deployed.open(name, url);
              if (pool.getClass().getClassLoader() != loader) {
                throw new IllegalStateException("the library is not the deployed one");
              }
              pool.getConnection().close();
              deployed.close(pool);
              return null;
            });
    Thread thread = new Thread(use, "deployed");
    thread.setContextClassLoader(loader);
    thread.start();
    use.get();
    thread.join();
    return new WeakReference<>(loader, collected);
  }

  private static URL[] classPath() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  /** Has the library for itself, and the driver from the server, as web applications may. */
  private static final class Deployed extends URLClassLoader {
    Deployed(URL[] classPath) {
      super(classPath, Deployed.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java")
          || name.startsWith("org.h2.")
          || name.startsWith("dev.gossamer.testing.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        try {
          return findClass(name);
        } catch (ClassNotFoundException notHere) {
          return super.loadClass(name, resolve);
        }
      }
    }
  }
}
