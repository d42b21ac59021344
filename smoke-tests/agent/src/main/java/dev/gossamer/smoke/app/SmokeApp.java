package dev.gossamer.smoke.app;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import org.example.library.Client;

/** A small service whose every ability is a command, over HTTP too. */
public final class SmokeApp {
  private static final ExecutorService KEPT = Executors.newFixedThreadPool(2, SmokeApp::daemon);
  private static final CountDownLatch RELEASE = new CountDownLatch(1);

  private SmokeApp() {}

  /** Runs it until the test ends it. */
  public static void main(String[] arguments) throws IOException {
    TestApp.command("ok", a -> "fine");
    TestApp.command("get", a -> String.valueOf(TestApp.get(a[0])));
    TestApp.command("get-often", a -> getOften(a[0], Integer.parseInt(a[1])));
    TestApp.command("journey", a -> journey(a[0]));
    TestApp.command("journey-kept", a -> journeyInKeptPool(a[0]));
    TestApp.command("hold", a -> hold(a[0]));
    TestApp.command("release", a -> release());
    TestApp.command("log", a -> log(a[0]));
    TestApp.command("library", a -> new Client(a[0]).call());
    TestApp.command("library-broken", a -> library(new Client(a[0])));
    TestApp.command("threads", a -> threads());
    TestApp.command("sees", a -> String.valueOf(sees(a[0])));
    TestApp.command("resources", a -> String.valueOf(resources(a[0])));
    TestApp.command("property", a -> System.getProperty(a[0]));
    TestApp.command("collect", a -> collect());
    TestApp.command("exit", a -> exit());
    TestApp.serve();
  }

  /** Across a pool, through a database, out over HTTP. */
  private static String journey(String url) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      return executor.submit(() -> query() + " " + TestApp.get(url)).get();
    } finally {
      executor.shutdown();
    }
  }

  private static Thread daemon(Runnable loop) {
    Thread thread = new Thread(loop, "kept");
    thread.setDaemon(true);
    return thread;
  }

  /** In a pool whose threads live as long as the application; no future is made. */
  private static String journeyInKeptPool(String url) throws Exception {
    CompletableFuture<String> result = new CompletableFuture<>();
    KEPT.execute(
        () -> {
          try {
            result.complete(query() + " " + TestApp.get(url));
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result.get();
  }

  private static String log(String text) {
    Logger.getLogger("smoke").info(text);
    return "logged";
  }

  /** Begins, and ends when it is released. */
  private static String hold(String url) throws Exception {
    System.out.println("HOLDING");
    RELEASE.await();
    return query() + " " + TestApp.get(url);
  }

  private static String release() {
    RELEASE.countDown();
    return "released";
  }

  private static int query() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:smoke");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT 40 + 2")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static String getOften(String url, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      TestApp.get(url);
    }
    return String.valueOf(times);
  }

  private static String library(Client client) {
    StringBuilder text = new StringBuilder();
    text.append(client.plain("a")).append(client.number(2)).append(client.flag());
    client.nothing();
    try {
      client.failing();
    } catch (IllegalStateException e) {
      text.append(e.getMessage());
    }
    return text.toString();
  }

  private static String threads() {
    TreeSet<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      names.add(thread.getName() + (thread.isDaemon() ? "" : " (keeps the JVM alive)"));
    }
    return String.join("\n", names);
  }

  private static boolean sees(String className) {
    try {
      Class.forName(className, false, SmokeApp.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static int resources(String name) throws IOException {
    return Collections.<URL>list(ClassLoader.getSystemResources(name)).size();
  }

  private static String collect() {
    System.gc();
    return "collected";
  }

  private static String exit() {
    Thread exit = new Thread(() -> System.exit(7), "exit");
    exit.start();
    return "exiting";
  }
}
