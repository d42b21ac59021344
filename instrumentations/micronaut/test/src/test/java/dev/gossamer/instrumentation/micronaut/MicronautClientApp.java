package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Micronaut's own client: blocking, and as a publisher. */
final class MicronautClientApp implements ClientUnderTest {
  private final HttpClient client;

  private MicronautClientApp() {
    DefaultHttpClientConfiguration settings = new DefaultHttpClientConfiguration();
    settings.setConnectTimeout(Duration.ofSeconds(1));
    settings.setReadTimeout(Duration.ofSeconds(2));
    client = HttpClient.create(null, settings);
  }

  public static void main(String[] arguments) throws Exception {
    HttpClientApp.run(new MicronautClientApp());
  }

  @Override
  public int send(String method, String url, String... headers) {
    return status(client.toBlocking(), request(method, url, headers));
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    Mono.from(client.exchange(request(method, url, headers), byte[].class))
        .map(HttpResponse::code)
        .subscribe(status -> callback.done(status, null), failure -> callback.done(0, failure));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) {
    HttpRequest<?> request = request(method, url, headers);
    status(client.toBlocking(), request);
    return status(client.toBlocking(), request);
  }

  private static int status(BlockingHttpClient client, HttpRequest<?> request) {
    try {
      return client.exchange(request, byte[].class).code();
    } catch (HttpClientResponseException answer) {
      return answer.getResponse().code();
    }
  }

  private static HttpRequest<?> request(String method, String url, String... headers) {
    MutableHttpRequest<Object> request = HttpRequest.create(HttpMethod.parse(method), url, method);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }
}
