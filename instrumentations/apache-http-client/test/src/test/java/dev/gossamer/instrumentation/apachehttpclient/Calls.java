package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a client does besides the contract. Results are statuses or what was thrown. */
interface Calls {
  /** Sends with credentials, which the client offers when it is challenged. */
  int challenge(String url) throws Exception;

  /** Sends by a client that tries once more after 503. */
  int retryBusy(String url) throws Exception;

  /** Sends by a client that tries once more when the connection breaks. */
  int retryBroken(String url) throws Exception;

  /** Names the host apart from the path. */
  int relative(int port, String path) throws Exception;

  /** Sends through a proxy. */
  int proxied(int proxyPort, String url) throws Exception;

  /** Sends; whether the application's request has a traceparent header afterwards. */
  boolean leavesHeader(String url) throws Exception;

  /** Sends and waits until {@link #abort} gives the request up. */
  void abortable(String url) throws Exception;

  /** Gives up what {@link #abortable} waits for. */
  void abort() throws Exception;

  /** Sends, and from where the answer is handled calls another URL; then throws there. */
  String handled(String url, String then) throws Exception;

  /** Sends by a client with a cache. */
  int cached(String url) throws Exception;

  /** Offers all of it to the test. */
  static void offer(Calls calls) {
    TestApp.command("challenge", a -> result(() -> calls.challenge(a[0])));
    TestApp.command("retryBusy", a -> result(() -> calls.retryBusy(a[0])));
    TestApp.command("retryBroken", a -> result(() -> calls.retryBroken(a[0])));
    TestApp.command("relative", a -> result(() -> calls.relative(Integer.parseInt(a[0]), a[1])));
    TestApp.command("proxied", a -> result(() -> calls.proxied(Integer.parseInt(a[0]), a[1])));
    TestApp.command("leavesHeader", a -> result(() -> calls.leavesHeader(a[0])));
    TestApp.command(
        "abortable",
        a ->
            result(
                () -> {
                  calls.abortable(a[0]);
                  return "answered";
                }));
    TestApp.command(
        "abort",
        a -> {
          calls.abort();
          return "";
        });
    TestApp.command("handled", a -> result(() -> calls.handled(a[0], a[1])));
    TestApp.command("cached", a -> result(() -> calls.cached(a[0])));
  }

  /** Sends a GET request by HttpURLConnection. */
  static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of the calls. */
  interface Call {
    /** Its result. */
    Object run() throws Exception;
  }

  private static String result(Call call) {
    try {
      return String.valueOf(call.run());
    } catch (Exception e) {
      return "threw " + e.getClass().getName();
    }
  }
}
