package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The client, from threads that are not Vert.x's own. */
public final class VertxClientApp {
  private static final HttpClient CLIENT =
      VertxClients.create(Vertx.vertx(), new HttpClientOptions().setConnectTimeout(1000));

  private VertxClientApp() {}

  public static void main(String[] arguments) throws Exception {
    HttpClientApp.run(
        new ClientUnderTest() {
          @Override
          public int send(String method, String url, String... headers) throws Exception {
            return statusOf(request(method, url, headers));
          }

          @Override
          public void sendAsync(String method, String url, Callback callback, String... headers) {
            request(method, url, headers)
                .onComplete(
                    result ->
                        callback.done(
                            result.succeeded() ? result.result() : 0,
                            result.succeeded() ? null : result.cause()));
          }
        });
  }

  private static Future<Integer> request(String method, String url, String... headers) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(method))
            .setAbsoluteURI(url)
            .setFollowRedirects(true)
            .setTimeout(1500);
    for (int i = 0; i < headers.length; i += 2) {
      options.addHeader(headers[i], headers[i + 1]);
    }
    return CLIENT.request(options).compose(HttpClientRequest::send).compose(VertxClientApp::read);
  }

  private static Future<Integer> read(HttpClientResponse response) {
    return response.body().map(body -> response.statusCode());
  }

  private static int statusOf(Future<Integer> future) throws Exception {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw thrown(cause == null ? e : cause);
    }
  }

  /** Netty puts a class of its own around what the JDK threw. */
  private static Exception thrown(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    return failure.getClass().getName().contains("$Annotated") && cause instanceof Exception
        ? (Exception) cause
        : failure instanceof Exception ? (Exception) failure : new IllegalStateException(failure);
  }
}
