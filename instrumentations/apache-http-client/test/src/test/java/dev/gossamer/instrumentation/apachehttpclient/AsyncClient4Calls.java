package dev.gossamer.instrumentation.apachehttpclient;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.jspecify.annotations.Nullable;

/** HttpAsyncClient 4 beyond the contract; it neither retries nor caches. */
final class AsyncClient4Calls implements Calls {
  private static final @Nullable FutureCallback<HttpResponse> NONE = null;

  private volatile @Nullable HttpGet abortable;

  @Override
  public int challenge(String url) throws Exception {
    return send(
        HttpAsyncClients.custom().setDefaultCredentialsProvider(Client4Calls.credentials()), url);
  }

  @Override
  public int retryBusy(String url) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int retryBroken(String url) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int relative(int port, String path) throws Exception {
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      return client
          .execute(new HttpHost("localhost", port), new HttpGet(path), NONE)
          .get()
          .getStatusLine()
          .getStatusCode();
    }
  }

  @Override
  public int proxied(int proxyPort, String url) throws Exception {
    return send(HttpAsyncClients.custom().setProxy(new HttpHost("localhost", proxyPort)), url);
  }

  private static int send(HttpAsyncClientBuilder builder, String url) throws Exception {
    return send(builder, new HttpGet(url));
  }

  private static int send(HttpAsyncClientBuilder builder, HttpGet request) throws Exception {
    try (CloseableHttpAsyncClient client = builder.build()) {
      client.start();
      return client.execute(request, NONE).get().getStatusLine().getStatusCode();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public boolean leavesHeader(String url) throws Exception {
    HttpGet request = new HttpGet(url);
    int unused = send(HttpAsyncClients.custom(), request);
    return request.containsHeader("traceparent");
  }

  @Override
  public void abortable(String url) throws Exception {
    HttpGet request = new HttpGet(url);
    abortable = request;
    int unused = send(HttpAsyncClients.custom(), request);
  }

  @Override
  public void abort() {
    HttpGet request = abortable;
    if (request != null) {
      request.abort();
    }
  }

  @Override
  public String handled(String url, String then) throws Exception {
    CompletableFuture<Integer> called = new CompletableFuture<>();
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createDefault()) {
      client.start();
      Future<HttpResponse> unused =
          client.execute(
              new HttpGet(url),
              new FutureCallback<>() {
                @Override
                public void completed(HttpResponse response) {
                  called.complete(Calls.get(then));
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
  public int cached(String url) {
    throw new UnsupportedOperationException();
  }
}
