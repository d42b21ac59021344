package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.asynchttpclient.AsyncCompletionHandler;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.ListenableFuture;
import org.asynchttpclient.Request;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.Response;

/** Sends by AsyncHttpClient. */
public final class AsyncHttpClientApp implements ClientUnderTest {
  static final AsyncHttpClient CLIENT =
      new DefaultAsyncHttpClient(
          new DefaultAsyncHttpClientConfig.Builder()
              .setFollowRedirect(true)
              .setMaxRequestRetry(1)
              .build());

  private AsyncHttpClientApp() {}

  public static void main(String[] arguments) throws Exception {
    AsyncHttpClientCalls.offer();
    HttpClientApp.run(new AsyncHttpClientApp());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return statusOf(CLIENT.executeRequest(request(method, url, headers)));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    Request request = request(method, url, headers);
    int unused = statusOf(CLIENT.executeRequest(request));
    return statusOf(CLIENT.executeRequest(request));
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    ListenableFuture<Integer> unused =
        CLIENT.executeRequest(
            request(method, url, headers),
            new AsyncCompletionHandler<>() {
              @Override
              public Integer onCompleted(Response response) {
                callback.done(response.getStatusCode(), null);
                return response.getStatusCode();
              }

              @Override
              public void onThrowable(Throwable failure) {
                callback.done(0, failure);
              }
            });
  }

  static Request request(String method, String url, String... headers) {
    RequestBuilder request = new RequestBuilder(method).setUrl(url);
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    if (method.equals("POST") || method.equals("PUT")) {
      request.setBody("body");
    }
    return request.build();
  }

  static int statusOf(ListenableFuture<Response> future) throws Exception {
    try {
      return future.get().getStatusCode();
    } catch (ExecutionException | CompletionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
