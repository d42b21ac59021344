package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The contract's requests by Spring's WebClient. */
final class WebClientApp implements ClientUnderTest {
  private final WebClient client =
      WebClient.builder()
          .clientConnector(new ReactorClientHttpConnector(Clients.pooled(4)))
          .build();

  public static void main(String[] arguments) throws Exception {
    HttpClientApp.run(new WebClientApp());
  }

  @Override
  public int send(String method, String url, String... headers) throws Exception {
    return Clients.get(request(method, url, headers));
  }

  @Override
  public int sendTwice(String method, String url, String... headers) throws Exception {
    Mono<Integer> request = request(method, url, headers);
    Clients.get(request);
    return Clients.get(request);
  }

  @Override
  public void sendAsync(String method, String url, Callback callback, String... headers) {
    request(method, url, headers)
        .subscribe(status -> callback.done(status, null), failure -> callback.done(0, failure));
  }

  private Mono<Integer> request(String method, String url, String... headers) {
    WebClient.RequestBodySpec request =
        client.method(HttpMethod.valueOf(method)).uri(URI.create(url));
    for (int i = 0; i < headers.length; i += 2) {
      request = request.header(headers[i], headers[i + 1]);
    }
    return request.exchangeToMono(
        response ->
            response.bodyToMono(String.class).then(Mono.fromCallable(() -> status(response))));
  }

  /** The getter's type differs from release to release; it begins with the same digits. */
  private static int status(ClientResponse response) throws ReflectiveOperationException {
    Object status = ClientResponse.class.getMethod("statusCode").invoke(response);
    return Integer.parseInt(status.toString().substring(0, 3));
  }
}
