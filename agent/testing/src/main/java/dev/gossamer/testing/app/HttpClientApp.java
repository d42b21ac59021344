package dev.gossamer.testing.app;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The application that {@code HttpClientContract} drives: a library's {@code main} hands its client
 * to {@link #run}. A result is a status, or {@code threw} and the exception's class.
 */
public final class HttpClientApp {
  private HttpClientApp() {}

  /** Offers the client to the test; returns at once, the server's threads keep the JVM alive. */
  public static void run(ClientUnderTest client) throws IOException {
    TestApp.command("send", a -> result(() -> client.send(a[0], a[1], rest(a, 2))));
    TestApp.command("sendMany", a -> result(() -> many(client, a)));
    TestApp.command("sendTwice", a -> result(() -> client.sendTwice(a[0], a[1], rest(a, 2))));
    TestApp.command("sendAsync", a -> result(() -> async(client, a[0], a[1], a[2])));
    TestApp.serve();
  }

  private interface Call {
    int run() throws Exception;
  }

  private static String result(Call call) {
    try {
      return String.valueOf(call.run());
    } catch (Exception e) {
      return "threw " + e.getClass().getName();
    }
  }

  private static int many(ClientUnderTest client, String[] arguments) throws Exception {
    int status = 0;
    for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
      status = client.send(arguments[1], arguments[2]);
    }
    return status;
  }

  /** Sends, and from the callback calls the far end once more, so that a span is made there. */
  private static int async(ClientUnderTest client, String method, String url, String then)
      throws Exception {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    client.sendAsync(
        method,
        url,
        (status, failure) -> {
          try {
            TestApp.get(then);
            result.complete(failure == null ? status : -1);
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result.get(30, TimeUnit.SECONDS);
  }

  private static String[] rest(String[] arguments, int from) {
    return Arrays.copyOfRange(arguments, from, arguments.length);
  }
}
