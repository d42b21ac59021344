package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Sends by the classic HttpClient 5. */
final class Client5App implements ClientUnderTest {
  private static final CloseableHttpClient CLIENT =
      HttpClients.custom().setDefaultRequestConfig(impatient()).build();

  private Client5App() {}

  public static void main(String[] arguments) throws Exception {
    Calls.offer(new Client5Calls());
    HttpClientApp.run(new Client5App());
  }

  /** The old way to say it, as version 5.0 knows no other. */
  @SuppressWarnings("deprecation")
  static RequestConfig impatient() {
    return RequestConfig.custom()
        .setConnectTimeout(Timeout.ofSeconds(1))
        .setResponseTimeout(Timeout.ofSeconds(1))
        .build();
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return send(request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    HttpUriRequestBase request = request(method, url, headers);
    send(request);
    return send(request);
  }

  @SuppressWarnings("deprecation")
  private static int send(HttpUriRequestBase request) throws IOException {
    try (CloseableHttpResponse response = CLIENT.execute(request)) {
      EntityUtils.consume(response.getEntity());
      return response.getCode();
    }
  }

  private static HttpUriRequestBase request(String method, String url, String... headers) {
    HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(url));
    for (int i = 0; i < headers.length; i += 2) {
      request.addHeader(headers[i], headers[i + 1]);
    }
    if (method.equals("POST") || method.equals("PUT")) {
      request.setEntity(new StringEntity("body", ContentType.TEXT_PLAIN));
    }
    return request;
  }
}
