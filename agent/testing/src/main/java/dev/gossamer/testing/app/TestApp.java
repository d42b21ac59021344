package dev.gossamer.testing.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What an application under test says to the test and hears from it.
 *
 * <p>The protocol, one line each. On standard output: {@code READY <port>} once the application
 * answers requests ({@code READY 0} when it has no port), {@code RESULT <id> ok|error <text>} after
 * a call. On standard input: {@code CALL <id> <command> <argument>...} and {@code STOP}. Texts and
 * arguments are URL-encoded UTF-8. The JVM exits when its standard input ends, so that no
 * application survives its test.
 */
public final class TestApp {
  /** Something the test can have the application do. */
  @FunctionalInterface
  public interface Command {
    /** Does it; what it returns, or the exception it throws, is what the test gets. */
    @Nullable String run(String[] arguments) throws Exception;
  }

  private static final Map<String, Command> COMMANDS = new ConcurrentHashMap<>();
  private static final CountDownLatch STOP = new CountDownLatch(1);

  static {
    COMMANDS.put("fence", arguments -> String.valueOf(get(arguments[0])));
  }

  private TestApp() {}

  /** Adds a command that the test calls by this name; before {@link #ready} or {@link #serve}. */
  public static void command(String name, Command command) {
    COMMANDS.put(name, command);
  }

  /**
   * Tells the test that the application is up and starts to listen to the test.
   *
   * @param port where it answers requests; 0 when it does not
   */
  public static void ready(int port) {
    Thread control = new Thread(TestApp::control, "test-control");
    control.setDaemon(true);
    control.start();
    print("READY " + port);
  }

  /**
   * Offers the commands over a JDK HttpServer too, as {@code GET /call/<command>?<argument>&...},
   * so that under the agent they run below a server span; then does what {@link #ready} does. The
   * answer is 200 and the result, or 500 and the exception.
   */
  public static void serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService executor = Executors.newCachedThreadPool();
    server.setExecutor(executor);
    server.createContext("/call", TestApp::handle);
    server.start();
    Thread stopper =
        new Thread(
            () -> {
              try {
                awaitStop();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              server.stop(0);
              executor.shutdown();
            },
            "test-stopper");
    stopper.setDaemon(true);
    stopper.start();
    ready(server.getAddress().getPort());
  }

  /** Waits until the test asks the application to end by itself. */
  public static void awaitStop() throws InterruptedException {
    STOP.await();
  }

  /** Sends a GET request by HttpURLConnection; the status of the answer. */
  public static int get(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    int status = connection.getResponseCode();
    InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    if (body != null) {
      byte[] buffer = new byte[1024];
      while (body.read(buffer) >= 0) {
        // The connection is reused only when its body has been read.
      }
      body.close();
    }
    return status;
  }

  private static void control() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("STOP")) {
          STOP.countDown();
        } else if (words[0].equals("CALL")) {
          Thread call = new Thread(() -> call(words), "test-call-" + words[2]);
          call.setDaemon(true);
          call.start();
        }
      }
    } catch (IOException e) {
      print("CONTROL " + e);
    }
    System.exit(STOP.getCount() == 0 ? 0 : 86);
  }

  private static void call(String[] words) {
    String[] arguments = new String[words.length - 3];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = decode(words[i + 3]);
    }
    try {
      print("RESULT " + words[1] + " ok " + encode(run(words[2], arguments)));
    } catch (Throwable e) {
      print("RESULT " + words[1] + " error " + encode(e.toString()));
    }
  }

  private static void handle(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/call/".length());
    String query = exchange.getRequestURI().getRawQuery();
    String[] arguments = query == null ? new String[0] : query.split("&", -1);
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = decode(arguments[i]);
    }
    int status = 200;
    String result;
    try {
      result = run(name, arguments);
    } catch (Throwable e) {
      status = 500;
      result = e.toString();
    }
    byte[] body = result.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
    exchange.close();
  }

  private static String run(String name, String[] arguments) throws Exception {
    Command command = COMMANDS.get(name);
    if (command == null) {
      throw new IllegalArgumentException("no command " + name + "; there are " + COMMANDS.keySet());
    }
    String result = command.run(arguments);
    return result == null ? "" : result;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String line) {
    synchronized (System.out) {
      System.out.println(line);
      System.out.flush();
    }
  }
}
