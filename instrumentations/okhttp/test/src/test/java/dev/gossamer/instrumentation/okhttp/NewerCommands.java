package dev.gossamer.instrumentation.okhttp;

import static dev.gossamer.instrumentation.okhttp.OkHttpApp.CLIENT;
import static dev.gossamer.instrumentation.okhttp.OkHttpApp.request;
import static dev.gossamer.instrumentation.okhttp.OkHttpApp.status;

import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;

/** What OkHttp can do since 3.12. */
final class NewerCommands {
  private NewerCommands() {}

  static void offer() {
    TestApp.command("call-timeout", NewerCommands::callTimeout);
    TestApp.command("http2", NewerCommands::http2);
    TestApp.command("web-socket", NewerCommands::webSocket);
  }

  private static String callTimeout(String[] url) {
    OkHttpClient client =
        CLIENT
            .newBuilder()
            .readTimeout(20, TimeUnit.SECONDS)
            .callTimeout(100, TimeUnit.MILLISECONDS)
            .build();
    return OkHttpCommands.threw(() -> status(client.newCall(request("GET", url[0]))));
  }

  /** Two requests over one connection; what the server got as their context. */
  private static String http2(String[] none) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setProtocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE));
      server.enqueue(new MockResponse().setBody("first"));
      server.enqueue(new MockResponse().setBody("second"));
      OkHttpClient client =
          CLIENT
              .newBuilder()
              .protocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE))
              .build();
      String url = "http://localhost:" + server.getPort() + "/h2";
      StringBuilder contexts = new StringBuilder();
      for (int i = 0; i < 2; i++) {
        status(client.newCall(request("GET", url)));
        contexts.append(server.takeRequest().getHeader("traceparent")).append(' ');
      }
      client.connectionPool().evictAll();
      return contexts.toString().trim();
    }
  }

  /** Opens a web socket to a server of its own, and sends a request from its listener. */
  private static String webSocket(String[] url) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(
          new MockResponse()
              .withWebSocketUpgrade(
                  new WebSocketListener() {
                    @Override
                    public void onMessage(WebSocket socket, String text) {
                      socket.send("echo " + text);
                    }

                    @Override
                    public void onClosing(WebSocket socket, int code, String reason) {
                      socket.close(code, reason);
                    }
                  }));
      CompletableFuture<String> result = new CompletableFuture<>();
      CLIENT.newWebSocket(
          request("GET", "http://localhost:" + server.getPort() + "/socket"),
          new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
              try {
                TestApp.get(url[0]);
              } catch (IOException e) {
                result.completeExceptionally(e);
              }
              socket.send("hello");
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
              socket.close(1000, text);
            }

            @Override
            public void onClosed(WebSocket socket, int code, String reason) {
              result.complete(reason);
            }

            @Override
            public void onFailure(WebSocket socket, Throwable failure, Response response) {
              result.completeExceptionally(failure);
            }
          });
      return result.get(20, TimeUnit.SECONDS);
    }
  }
}
