package dev.gossamer.instrumentation.apachehttpclient;

import static dev.gossamer.instrumentation.apachehttpclient.AsyncClient5App.request;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.cache.CachingHttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** The asynchronous HttpClient 5 beyond the contract. */
@SuppressWarnings("deprecation")
final class AsyncClient5Calls implements Calls {
  private static final @Nullable FutureCallback<SimpleHttpResponse> NONE = null;

  private final CountDownLatch aborted = new CountDownLatch(1);
  private final CompletableFuture<Future<SimpleHttpResponse>> abortable = new CompletableFuture<>();

  @Override
  public int challenge(String url) throws Exception {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        new AuthScope(null, -1), new UsernamePasswordCredentials("user", "secret".toCharArray()));
    return send(HttpAsyncClients.custom().setDefaultCredentialsProvider(credentials), url);
  }

  @Override
  public int retryBusy(String url) throws Exception {
    return send(HttpAsyncClients.custom().setRetryStrategy(Client5Calls.once()), url);
  }

  @Override
  public int retryBroken(String url) throws Exception {
    return retryBusy(url);
  }

  @Override
  public int relative(int port, String path) throws Exception {
    SimpleHttpRequest request =
        new SimpleHttpRequest("GET", new HttpHost("http", "localhost", port), path);
    return send(HttpAsyncClients.custom(), request);
  }

  @Override
  public int proxied(int proxyPort, String url) throws Exception {
    return send(
        HttpAsyncClients.custom().setProxy(new HttpHost("http", "localhost", proxyPort)), url);
  }

  private static int send(HttpAsyncClientBuilder builder, String url) throws Exception {
    return send(builder, request("GET", url));
  }

  private static int send(HttpAsyncClientBuilder builder, SimpleHttpRequest request)
      throws Exception {
    try (CloseableHttpAsyncClient client = builder.build()) {
      client.start();
      return client.execute(request, NONE).get().getCode();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public boolean leavesHeader(String url) throws Exception {
    SimpleHttpRequest request = request("GET", url);
    int unused = send(HttpAsyncClients.custom(), request);
    return request.containsHeader("traceparent");
  }

  @Override
  public void abortable(String url) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      Future<SimpleHttpResponse> future = client.execute(request("GET", url), NONE);
      // The far end may have the request before this thread has the future.
      abortable.complete(future);
      try {
        SimpleHttpResponse unused = future.get();
      } finally {
        // Closed while cancel() gives the connection back, the pool would throw at cancel().
        aborted.await();
      }
    }
  }

  @Override
  public void abort() {
    abortable.join().cancel(true);
    aborted.countDown();
  }

  @Override
  public String handled(String url, String then) throws Exception {
    CompletableFuture<Integer> called = new CompletableFuture<>();
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      Future<SimpleHttpResponse> unused =
          client.execute(
              request("GET", url),
              new FutureCallback<>() {
                @Override
                public void completed(SimpleHttpResponse response) {
                  called.complete(Calls.get(then));
                  throw new IllegalStateException("meant to be");
                }

                @Override
                public void failed(Exception failure) {
                  called.completeExceptionally(failure);
                }

                @Override
                public void cancelled() {
                  called.cancel(true);
                }
              });
      return "" + called.get(20, TimeUnit.SECONDS);
    }
  }

  @Override
  public int cached(String url) throws Exception {
    Caching.CLIENT.start();
    return Caching.CLIENT.execute(request("GET", url), NONE).get().getCode();
  }

  /** Made when it is asked for: versions other than the newest run without caches. */
  private static final class Caching {
    static final CloseableHttpAsyncClient CLIENT = CachingHttpAsyncClients.createMemoryBound();
  }
}
