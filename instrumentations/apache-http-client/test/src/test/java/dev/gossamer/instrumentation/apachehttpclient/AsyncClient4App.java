package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.jspecify.annotations.Nullable;

/** Sends by HttpAsyncClient 4. */
final class AsyncClient4App implements ClientUnderTest {
  private static final CloseableHttpAsyncClient CLIENT =
      HttpAsyncClients.custom().setDefaultRequestConfig(Client4App.impatient()).build();

  private AsyncClient4App() {}

  public static void main(String[] arguments) throws Exception {
    CLIENT.start();
    Calls.offer(new AsyncClient4Calls());
    HttpClientApp.run(new AsyncClient4App());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return send(Client4App.request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    HttpUriRequest request = Client4App.request(method, url, headers);
    send(request);
    return send(request);
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    Future<HttpResponse> unused =
        CLIENT.execute(
            Client4App.request(method, url, headers),
            new FutureCallback<>() {
              @Override
              public void completed(HttpResponse response) {
                callback.done(response.getStatusLine().getStatusCode(), null);
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

  private static int send(HttpUriRequest request) throws Exception {
    @Nullable FutureCallback<HttpResponse> none = null;
    try {
      return CLIENT.execute(request, none).get().getStatusLine().getStatusCode();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
