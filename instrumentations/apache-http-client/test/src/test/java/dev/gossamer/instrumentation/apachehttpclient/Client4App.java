package dev.gossamer.instrumentation.apachehttpclient;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import java.io.IOException;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/** Sends by the classic HttpClient 4. */
final class Client4App implements ClientUnderTest {
  private static final CloseableHttpClient CLIENT =
      HttpClients.custom().setDefaultRequestConfig(impatient()).build();

  private Client4App() {}

  public static void main(String[] arguments) throws Exception {
    Calls.offer(new Client4Calls());
    HttpClientApp.run(new Client4App());
  }

  static RequestConfig impatient() {
    return RequestConfig.custom().setConnectTimeout(1000).setSocketTimeout(1000).build();
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return send(request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    HttpUriRequest request = request(method, url, headers);
    send(request);
    return send(request);
  }

  private static int send(HttpUriRequest request) throws IOException {
    try (CloseableHttpResponse response = CLIENT.execute(request)) {
      EntityUtils.consume(response.getEntity());
      return response.getStatusLine().getStatusCode();
    }
  }

  static HttpUriRequest request(String method, String url, String... headers) {
    RequestBuilder builder = RequestBuilder.create(method).setUri(url);
    for (int i = 0; i < headers.length; i += 2) {
      builder.addHeader(headers[i], headers[i + 1]);
    }
    @Nullable HttpEntity body =
        method.equals("POST") || method.equals("PUT")
            ? new StringEntity("body", ContentType.TEXT_PLAIN)
            : null;
    return builder.setEntity(body).build();
  }
}
