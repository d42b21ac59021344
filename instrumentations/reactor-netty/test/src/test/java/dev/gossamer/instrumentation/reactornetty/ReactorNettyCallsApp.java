package dev.gossamer.instrumentation.reactornetty;

import dev.gossamer.testing.app.TestApp;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServer;

/** What callers do besides the contract; all on a pool of one connection. */
final class ReactorNettyCallsApp {
  private static final BlockingQueue<Runnable> FOREIGN = new LinkedBlockingQueue<>();
  private static final HttpClient CLIENT = Clients.pooled(1);
  private static final HttpClient H2C = Clients.pooled(2).protocol(HttpProtocol.H2C);
  private static final HttpClient UPGRADING =
      Clients.pooled(3).protocol(HttpProtocol.HTTP11, HttpProtocol.H2C);

  private ReactorNettyCallsApp() {}

  public static void main(String[] arguments) throws Exception {
    // A thread that belongs to nobody, whatever it is asked to do.
    Thread foreign = new Thread(ReactorNettyCallsApp::work, "foreign");
    foreign.setDaemon(true);
    foreign.start();
    DisposableServer server =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .protocol(HttpProtocol.HTTP11, HttpProtocol.H2C)
            .route(routes -> routes.get("/here/{id}", (request, response) -> response.send()))
            .bindNow();
    TestApp.command("port", a -> "" + server.port());
    TestApp.command("get", a -> status(response(CLIENT, a[0])));
    TestApp.command("h2c", a -> status(response(H2C, a[0])));
    TestApp.command("upgrading", a -> status(response(UPGRADING, a[0])));
    TestApp.command("head", a -> status(CLIENT.get().uri(a[0]).response()));
    TestApp.command("timeout", a -> status(response(CLIENT, a[0]).timeout(Duration.ofMillis(300))));
    TestApp.command(
        "post",
        a ->
            status(
                CLIENT
                    .post()
                    .uri(a[0])
                    .send((request, outbound) -> outbound.send(body(a[1])))
                    .responseSingle((response, content) -> content.then(Mono.just(response)))));
    TestApp.command(
        "brokenBody",
        a ->
            status(
                CLIENT
                    .post()
                    .uri(a[0])
                    .send(Mono.error(new IllegalStateException("no body")))
                    .response()));
    TestApp.serve();
  }

  private static void work() {
    try {
      while (true) {
        FOREIGN.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Mono<HttpClientResponse> response(HttpClient client, String url) {
    return client
        .get()
        .uri(url)
        .responseSingle((response, content) -> content.then(Mono.just(response)));
  }

  private static String status(Mono<HttpClientResponse> response) {
    try {
      return "" + Clients.get(response).status().code();
    } catch (Exception e) {
      return "threw " + e.getClass().getName();
    }
  }

  /** No Mono and no Flux: nothing of Reactor's is between the thread and the connection. */
  private static Publisher<ByteBuf> body(String text) {
    return subscriber -> subscriber.onSubscribe(new Body(subscriber, text));
  }

  private static final class Body implements Subscription {
    private final Subscriber<? super ByteBuf> subscriber;
    private final String text;
    private boolean asked;

    Body(Subscriber<? super ByteBuf> subscriber, String text) {
      this.subscriber = subscriber;
      this.text = text;
    }

    @Override
    public synchronized void request(long n) {
      if (!asked) {
        asked = true;
        FOREIGN.add(
            () -> {
              subscriber.onNext(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
              subscriber.onComplete();
            });
      }
    }

    @Override
    public void cancel() {}
  }
}
