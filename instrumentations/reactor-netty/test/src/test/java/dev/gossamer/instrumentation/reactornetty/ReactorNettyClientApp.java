package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.app.ClientUnderTest;
import dev.gossamer.testing.app.HttpClientApp;
import io.netty.handler.codec.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The contract's requests by Reactor Netty's own HttpClient. */
final class ReactorNettyClientApp implements ClientUnderTest {
  private final HttpClient client = Clients.pooled(4);

  public static void main(String[] arguments) throws Exception {
    HttpClientApp.run(new ReactorNettyClientApp());
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
    return client
        .headers(
            request -> {
              for (int i = 0; i < headers.length; i += 2) {
                request.set(headers[i], headers[i + 1]);
              }
            })
        .request(HttpMethod.valueOf(method))
        .uri(url)
        .responseSingle(
            (response, body) ->
                body.asString().defaultIfEmpty("").map(text -> response.status().code()));
  }
}
