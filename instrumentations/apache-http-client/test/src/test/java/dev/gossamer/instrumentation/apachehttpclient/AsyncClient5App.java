package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import dev.gossamer.testing.app.TestApp;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** Sends by the asynchronous HttpClient 5. */
final class AsyncClient5App implements ClientUnderTest {
  private static final CloseableHttpAsyncClient CLIENT =
      HttpAsyncClients.custom().setDefaultRequestConfig(Client5App.impatient()).build();

  private AsyncClient5App() {}

  public static void main(String[] arguments) throws Exception {
    CLIENT.start();
    TestApp.command("http2", AsyncClient5App::http2);
    Calls.offer(new AsyncClient5Calls());
    HttpClientApp.run(new AsyncClient5App());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return send(request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    SimpleHttpRequest request = request(method, url, headers);
    send(request);
    return send(request);
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    Future<SimpleHttpResponse> unused =
        CLIENT.execute(
            request(method, url, headers),
            new FutureCallback<>() {
              @Override
              public void completed(SimpleHttpResponse response) {
                callback.done(response.getCode(), null);
              }

              @Override
              public void failed(Exception failure) {
                callback.done(0, failure);
              }

              @Override
              public void cancelled() {
                callback.done(0, new IllegalStateException("cancelled"));
              }
            });
  }

  private static int send(SimpleHttpRequest request) throws Exception {
    @Nullable FutureCallback<SimpleHttpResponse> none = null;
    try {
      return CLIENT.execute(request, none).get().getCode();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Two requests on one connection of HTTP/2; their statuses. */
  private static String http2(String[] url) throws Exception {
    @Nullable FutureCallback<SimpleHttpResponse> none = null;
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createHttp2Default()) {
      client.start();
      int first = client.execute(request("POST", url[0]), none).get().getCode();
      return first + " " + client.execute(request("GET", url[1]), none).get().getCode();
    }
  }

  static SimpleHttpRequest request(String method, String url, String... headers) {
    SimpleHttpRequest request = new SimpleHttpRequest(method, URI.create(url));
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    if (method.equals("POST") || method.equals("PUT")) {
      request.setBody("body", ContentType.TEXT_PLAIN);
    }
    return request;
  }
}
