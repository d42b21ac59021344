package dev.gossamer.instrumentation.jdkhttpclient;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends by {@code send}, or with argument {@code async} by {@code sendAsync}. */
final class JdkClientApp implements ClientUnderTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private final boolean async;

  private JdkClientApp(boolean async) {
    this.async = async;
  }

  public static void main(String[] arguments) throws Exception {
    TestApp.command("cancel", JdkClientApp::cancel);
    TestApp.command("cancel-stage", JdkClientApp::cancelStage);
    TestApp.command("stages", JdkClientApp::stages);
    TestApp.command("time-out-stage", JdkClientApp::timeOutStage);
    TestApp.command("web-socket", JdkClientApp::webSocket);
    TestApp.command("own-request", JdkClientApp::ownRequest);
    TestApp.command("response-request", JdkClientApp::responseRequest);
    TestApp.command("refused", JdkClientApp::refused);
    TestApp.command("failing-body", JdkClientApp::failingBody);
    TestApp.command("push", JdkClientApp::push);
    TestApp.command("java-version", none -> "" + Runtime.version().feature());
    HttpClientApp.run(new JdkClientApp(arguments.length > 0));
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return send(request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    HttpRequest request = request(method, url, headers);
    send(request);
    return send(request);
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    CLIENT
        .sendAsync(request(method, url, headers), BodyHandlers.ofString())
        .whenComplete(
            (response, failure) ->
                callback.done(response == null ? 0 : response.statusCode(), failure));
  }

  private int send(HttpRequest request) throws Exception {
    if (!async) {
      return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    }
    try {
      return CLIENT.sendAsync(request, BodyHandlers.ofString()).get().statusCode();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static HttpRequest request(String method, String url, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method,
                method.equals("GET") || method.equals("HEAD")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("body"))
            .timeout(timeout(url));
    return (headers.length == 0 ? builder : builder.headers(headers)).build();
  }

  /** Short only where it is wanted: Java 17 takes a step of the machine's clock for waiting. */
  private static Duration timeout(String url) {
    return Duration.ofSeconds(url.endsWith("/silent") ? 1 : 60);
  }

  private static HttpRequest patient(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }

  private static String cancel(String[] url) {
    CompletableFuture<HttpResponse<String>> future =
        CLIENT.sendAsync(patient(url[0]), BodyHandlers.ofString());
    boolean cancelled = future.cancel(true);
    return cancelled + " " + future.isCancelled();
  }

  private static String cancelStage(String[] url) {
    CompletableFuture<Integer> stage =
        CLIENT
            .sendAsync(patient(url[0]), BodyHandlers.ofString())
            .thenApply(HttpResponse::statusCode);
    return "" + stage.cancel(true);
  }

  /** Stages of every kind, each of which sends a request. */
  private static String stages(String[] url) throws Exception {
    return CLIENT
        .sendAsync(patient(url[0]), BodyHandlers.ofString())
        .thenApply(response -> get(url[1]))
        .thenApplyAsync(status -> get(url[1]))
        .thenCompose(
            status ->
                CLIENT
                    .sendAsync(patient(url[1]), BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode))
        .handle((status, failure) -> failure == null ? "" + status : failure.toString())
        .get(20, TimeUnit.SECONDS);
  }

  private static String timeOutStage(String[] url) throws Exception {
    try {
      CLIENT
          .sendAsync(patient(url[0]), BodyHandlers.ofString())
          .orTimeout(50, TimeUnit.MILLISECONDS)
          .get();
      return "answered";
    } catch (ExecutionException e) {
      return e.getCause() instanceof TimeoutException ? "timed out" : e.toString();
    }
  }

  private static String webSocket(String[] url) throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    WebSocket socket =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(url[0]),
                new WebSocket.Listener() {
                  @Override
                  public void onOpen(WebSocket socket) {
                    open.countDown();
                  }
                })
            .get(20, TimeUnit.SECONDS);
    boolean opened = open.await(20, TimeUnit.SECONDS);
    socket.abort();
    return "" + opened;
  }

  /** A request of the application's own class, as frameworks make them. */
  private static String ownRequest(String[] url) throws Exception {
    HttpRequest built = request("PUT", url[0], "X-Own", "own");
    return "" + CLIENT.send(new OwnRequest(built), BodyHandlers.discarding()).statusCode();
  }

  /** What a response calls its request is sent once more. */
  private static String responseRequest(String[] url) throws Exception {
    HttpResponse<Void> first = CLIENT.send(patient(url[0]), BodyHandlers.discarding());
    return "" + CLIENT.send(first.request(), BodyHandlers.discarding()).statusCode();
  }

  /** Refused before anything is sent. */
  private static String refused(String[] url) throws Exception {
    HttpRequest connect =
        new OwnRequest(patient(url[0])) {
          @Override
          public String method() {
            return "CONNECT";
          }
        };
    try {
      CLIENT.send(connect, BodyHandlers.discarding());
      return "sent";
    } catch (IllegalArgumentException e) {
      return "refused";
    }
  }

  /** Takes what the server pushes; the status and the path of that. */
  private static String push(String[] url) throws Exception {
    CompletableFuture<String> pushed = new CompletableFuture<>();
    HttpResponse<Void> response =
        CLIENT
            .sendAsync(
                patient(url[0]),
                BodyHandlers.discarding(),
                (request, promise, acceptor) -> {
                  pushed.complete(promise.uri().getPath());
                  CompletableFuture<HttpResponse<Void>> unused =
                      acceptor.apply(BodyHandlers.discarding());
                })
            .get(20, TimeUnit.SECONDS);
    return response.statusCode() + " " + pushed.get(20, TimeUnit.SECONDS);
  }

  private static String failingBody(String[] url) throws Exception {
    try {
      CLIENT.send(
          patient(url[0]),
          info -> {
            throw new IllegalStateException("meant to be");
          });
      return "answered";
    } catch (IOException e) {
      Throwable cause = e.getCause();
      return cause == null ? "no cause" : "" + cause.getMessage();
    }
  }

  private static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
