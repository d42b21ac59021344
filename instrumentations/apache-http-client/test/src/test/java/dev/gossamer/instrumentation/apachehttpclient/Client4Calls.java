package dev.gossamer.instrumentation.apachehttpclient;

import java.io.IOException;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.DefaultServiceUnavailableRetryStrategy;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.cache.CachingHttpClients;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/** HttpClient 4 beyond the contract. */
final class Client4Calls implements Calls {
  private volatile @Nullable HttpGet abortable;

  @Override
  public int challenge(String url) throws Exception {
    return send(HttpClients.custom().setDefaultCredentialsProvider(credentials()), url);
  }

  static BasicCredentialsProvider credentials() {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("user", "secret"));
    return credentials;
  }

  @Override
  public int retryBusy(String url) throws Exception {
    return send(
        HttpClients.custom()
            .setServiceUnavailableRetryStrategy(new DefaultServiceUnavailableRetryStrategy(1, 10)),
        url);
  }

  @Override
  public int retryBroken(String url) throws Exception {
    return send(
        HttpClients.custom().setRetryHandler(new DefaultHttpRequestRetryHandler(1, false)), url);
  }

  @Override
  public int relative(int port, String path) throws Exception {
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response =
            client.execute(new HttpHost("localhost", port), new HttpGet(path))) {
      return response.getStatusLine().getStatusCode();
    }
  }

  @Override
  public int proxied(int proxyPort, String url) throws Exception {
    return send(HttpClients.custom().setProxy(new HttpHost("localhost", proxyPort)), url);
  }

  private static int send(HttpClientBuilder builder, String url) throws IOException {
    try (CloseableHttpClient client = builder.build();
        CloseableHttpResponse response = client.execute(new HttpGet(url))) {
      return response.getStatusLine().getStatusCode();
    }
  }

  @Override
  public boolean leavesHeader(String url) throws Exception {
    HttpGet request = new HttpGet(url);
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response = client.execute(request)) {
      EntityUtils.consume(response.getEntity());
    }
    return request.containsHeader("traceparent");
  }

  @Override
  public void abortable(String url) throws Exception {
    HttpGet request = new HttpGet(url);
    abortable = request;
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response = client.execute(request)) {
      EntityUtils.consume(response.getEntity());
    }
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
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      return client.execute(
          new HttpGet(url),
          response -> {
            Calls.get(then);
            throw new IllegalStateException("meant to be");
          });
    }
  }

  @Override
  public int cached(String url) throws Exception {
    try (CloseableHttpResponse response = Caching.CLIENT.execute(new HttpGet(url))) {
      EntityUtils.consume(response.getEntity());
      return response.getStatusLine().getStatusCode();
    }
  }

  /** Made when it is asked for: versions other than the newest run without caches. */
  private static final class Caching {
    static final CloseableHttpClient CLIENT = CachingHttpClients.createMemoryBound();
  }
}
