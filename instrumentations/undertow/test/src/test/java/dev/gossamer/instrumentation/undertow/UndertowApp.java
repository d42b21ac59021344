package dev.gossamer.instrumentation.undertow;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.PathTemplateHandler;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** {@link ServerRoutes} in handlers of Undertow, and handlers that answer otherwise. */
final class UndertowApp {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private UndertowApp() {}

  public static void main(String[] arguments) throws Exception {
    PathTemplateHandler templates = Handlers.pathTemplate();
    for (String path : ServerRoutes.PATHS) {
      templates.add(
          path,
          path.equals("/async")
              ? UndertowApp::answerLater
              : new BlockingHandler(UndertowApp::answer));
    }
    templates.add("/path/{id}/param", new BlockingHandler(UndertowApp::answer));
    templates.add("/dispatched", UndertowApp::dispatch);
    templates.add("/callback", UndertowApp::callBack);
    templates.add("/receives", UndertowApp::receive);
    templates.add("/abort", UndertowApp::writeUntilItFails);
    templates.add("/calls-itself", new BlockingHandler(UndertowApp::callItself));
    HttpHandler root = Handlers.path().addPrefixPath("/app", templates);
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "localhost", root)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
            // As large as baggage may be, and more.
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, 65536)
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    TestApp.ready(address.getPort());
    TestApp.awaitStop();
    server.stop();
    THREADS.shutdown();
  }

  private static void answer(HttpServerExchange exchange) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(new RoutesRequest(exchange));
    if (answer == null) {
      exchange.setStatusCode(404);
      return;
    }
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
  }

  private static void answerLater(HttpServerExchange exchange) {
    exchange.dispatch(
        THREADS,
        () -> {
          try {
            exchange.startBlocking();
            answer(exchange);
            exchange.endExchange();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** A task of the application's own in Undertow's workers. */
  private static void dispatch(HttpServerExchange exchange) {
    exchange.dispatch(
        () -> {
          farEnd(exchange);
          exchange.setStatusCode(202);
          exchange.endExchange();
        });
  }

  /** More than a socket takes at once, so that an I/O thread calls back. */
  private static void callBack(HttpServerExchange exchange) {
    exchange
        .getResponseSender()
        .send(
            ByteBuffer.allocate(32 * 1024 * 1024),
            new IoCallback() {
              @Override
              public void onComplete(HttpServerExchange ended, Sender sender) {
                farEnd(ended);
                sender.close();
              }

              @Override
              public void onException(HttpServerExchange ended, Sender sender, IOException e) {
                ended.endExchange();
              }
            });
  }

  private static void receive(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (received, body) -> {
              farEnd(received);
              received.getResponseSender().send(ByteBuffer.wrap(body));
            });
  }

  /** The client goes away at the first byte. */
  private static void writeUntilItFails(HttpServerExchange exchange) {
    exchange
        .getResponseSender()
        .send(
            ByteBuffer.allocate(1024 * 1024),
            new IoCallback() {
              @Override
              public void onComplete(HttpServerExchange ended, Sender sender) {
                sender.send(ByteBuffer.allocate(1024 * 1024), this);
              }

              @Override
              public void onException(HttpServerExchange ended, Sender sender, IOException e) {
                IoCallback.END_EXCHANGE.onException(ended, sender, e);
              }
            });
  }

  private static void callItself(HttpServerExchange exchange) throws Exception {
    URI uri =
        URI.create(
            "http://localhost:" + exchange.getDestinationAddress().getPort() + "/app/success");
    HttpResponse<Void> response =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    exchange.getResponseSender().send(response.version().toString());
  }

  private static void farEnd(HttpServerExchange exchange) {
    try {
      TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/echo?" + exchange.getQueryString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final HttpServerExchange exchange;

    RoutesRequest(HttpServerExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public String path() {
      return exchange.getRequestPath().substring("/app".length());
    }

    @Override
    public @Nullable String query() {
      String query = exchange.getQueryString();
      return query.isEmpty() ? null : query;
    }

    @Override
    public @Nullable String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    @Override
    public InputStream body() {
      return exchange.getInputStream();
    }
  }
}
