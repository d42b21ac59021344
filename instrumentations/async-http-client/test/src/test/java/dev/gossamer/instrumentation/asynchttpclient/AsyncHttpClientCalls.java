package dev.gossamer.instrumentation.asynchttpclient;

import static dev.gossamer.instrumentation.asynchttpclient.AsyncHttpClientApp.CLIENT;
import static dev.gossamer.instrumentation.asynchttpclient.AsyncHttpClientApp.request;
import static dev.gossamer.instrumentation.asynchttpclient.AsyncHttpClientApp.statusOf;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncCompletionHandlerBase;
import org.asynchttpclient.AsyncHandler;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClient;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.HttpResponseStatus;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.Request;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;
import org.jspecify.annotations.Nullable;

/** What the client does besides the contract. Results are statuses or what was thrown. */
final class AsyncHttpClientCalls {
  private static volatile @Nullable ListenableFuture<Response> last;

  private AsyncHttpClientCalls() {}

  private interface Call {
    Object run() throws Exception;
  }

  static void offer() {
    TestApp.command("challenge", a -> result(() -> challenge(a[0])));
    TestApp.command("proxied", a -> result(() -> proxied(Integer.parseInt(a[0]), a[1])));
    TestApp.command("leavesHeader", a -> result(() -> leavesHeader(a[0])));
    TestApp.command("start", AsyncHttpClientCalls::start);
    TestApp.command("cancel", a -> result(AsyncHttpClientCalls::cancel));
    TestApp.command("handled", a -> result(() -> handled(a[0], a[1], a[2])));
    TestApp.command("stage", a -> result(() -> stage(a[0], a[1])));
    TestApp.command("stopsReading", a -> result(() -> stopsReading(a[0])));
  }

  private static String result(Call call) {
    try {
      return String.valueOf(call.run());
    } catch (Exception e) {
      return "threw " + e.getClass().getName();
    }
  }

  /** Sends with credentials, which the client offers when it is challenged. */
  private static int challenge(String url) throws Exception {
    Request request =
        new RequestBuilder("GET")
            .setUrl(url)
            .setRealm(Dsl.basicAuthRealm("user", "secret").setUsePreemptiveAuth(false).build())
            .build();
    return statusOf(CLIENT.executeRequest(request));
  }

  private static int proxied(int proxyPort, String url) throws Exception {
    Request request =
        new RequestBuilder("GET")
            .setUrl(url)
            .setProxyServer(Dsl.proxyServer("localhost", proxyPort).build())
            .build();
    return statusOf(CLIENT.executeRequest(request));
  }

  /** Whether the application's request has a traceparent header afterwards. */
  private static boolean leavesHeader(String url) throws Exception {
    Request request = request("GET", url);
    int unused = statusOf(CLIENT.executeRequest(request));
    return request.getHeaders().contains("traceparent");
  }

  /** Sends and does not wait. */
  private static String start(String[] url) {
    last = CLIENT.executeRequest(request("GET", url[0]));
    return "";
  }

  private static boolean cancel() {
    ListenableFuture<Response> future = last;
    return future != null && future.cancel(true);
  }

  /** Calls other URLs from where the head of the answer is handled, and where its end is. */
  private static String handled(String url, String head, String end) throws Exception {
    CompletableFuture<String> called = new CompletableFuture<>();
    ListenableFuture<Response> unused =
        CLIENT.executeRequest(
            request("GET", url),
            new AsyncCompletionHandlerBase() {
              @Override
              public AsyncHandler.State onStatusReceived(HttpResponseStatus status)
                  throws Exception {
                int ignored = TestApp.get(head);
                return super.onStatusReceived(status);
              }

              @Override
              public Response onCompleted(@Nullable Response response) throws Exception {
                called.complete("" + TestApp.get(end));
                throw new IllegalStateException("meant to be");
              }

              @Override
              public void onThrowable(Throwable failure) {
                called.completeExceptionally(failure);
              }
            });
    return called.get(20, TimeUnit.SECONDS);
  }

  /** Calls another URL in a stage that waits for the answer. */
  private static String stage(String url, String then) throws Exception {
    return CLIENT
        .executeRequest(request("GET", url))
        .toCompletableFuture()
        .handle((response, failure) -> get(then))
        .get(20, TimeUnit.SECONDS);
  }

  private static String get(String url) {
    try {
      return "" + TestApp.get(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wants no more than the status. */
  private static int stopsReading(String url) throws Exception {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    // Version 2.0 sends the next request on the connection, behind the rest of this answer.
    try (AsyncHttpClient client = new DefaultAsyncHttpClient()) {
      ListenableFuture<Response> future =
          client.executeRequest(
              request("GET", url),
              new AsyncCompletionHandlerBase() {
                @Override
                public AsyncHandler.State onStatusReceived(HttpResponseStatus received) {
                  status.complete(received.getStatusCode());
                  return AsyncHandler.State.ABORT;
                }
              });
      Response unused = future.get(20, TimeUnit.SECONDS);
      return status.get(20, TimeUnit.SECONDS);
    }
  }
}
