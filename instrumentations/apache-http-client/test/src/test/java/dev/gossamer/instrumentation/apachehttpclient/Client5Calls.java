package dev.gossamer.instrumentation.apachehttpclient;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** The classic HttpClient 5 beyond the contract. */
@SuppressWarnings("deprecation")
final class Client5Calls implements Calls {
  private volatile @Nullable HttpGet abortable;

  @Override
  public int challenge(String url) throws Exception {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        new AuthScope(null, -1), new UsernamePasswordCredentials("user", "secret".toCharArray()));
    return send(HttpClients.custom().setDefaultCredentialsProvider(credentials), url);
  }

  @Override
  public int retryBusy(String url) throws Exception {
    return send(HttpClients.custom().setRetryStrategy(once()), url);
  }

  @Override
  public int retryBroken(String url) throws Exception {
    return retryBusy(url);
  }

  static DefaultHttpRequestRetryStrategy once() {
    // Broken connections too, which it leaves alone by default.
    return new DefaultHttpRequestRetryStrategy(
        1, TimeValue.ofMilliseconds(10), List.of(), List.of(503)) {};
  }

  @Override
  public int relative(int port, String path) throws Exception {
    try (CloseableHttpClient client = HttpClients.createDefault();
        CloseableHttpResponse response =
            client.execute(new HttpHost("http", "localhost", port), new HttpGet(path))) {
      return response.getCode();
    }
  }

  @Override
  public int proxied(int proxyPort, String url) throws Exception {
    return send(HttpClients.custom().setProxy(new HttpHost("http", "localhost", proxyPort)), url);
  }

  private static int send(HttpClientBuilder builder, String url) throws IOException {
    try (CloseableHttpClient client = builder.build();
        CloseableHttpResponse response = client.execute(new HttpGet(url))) {
      return response.getCode();
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
      request.cancel();
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
    try (CloseableHttpResponse response = Caching.CLIENT.execute(new HttpGet(URI.create(url)))) {
      EntityUtils.consume(response.getEntity());
      return response.getCode();
    }
  }

  /** Made when it is asked for: versions other than the newest run without caches. */
  private static final class Caching {
    static final CloseableHttpClient CLIENT = CachingHttpClients.createMemoryBound();
  }
}
