package dev.gossamer.instrumentation.netty;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.app.ServerRoutes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every stream of HTTP/2 is a request of its own, however the connection came to it. */
final class NettyHttp2Test {
  @TempDir static Path folder;

  @Nested
  final class Newest41 extends Cleartext {
    Newest41() {
      super("4.1");
    }
  }

  @Nested
  final class Newest extends Cleartext {
    Newest() {
      super("newest");
    }
  }

  @Nested
  final class Tls extends Streams {
    Tls() {
      super("https", () -> AgentJvm.app(NettyHttp2App.class).libraries("newest").args(keyStore()));
    }
  }

  abstract static class Cleartext extends Streams {
    Cleartext(String variant) {
      super("http", () -> AgentJvm.app(NettyHttp2App.class).libraries(variant));
    }

    @Test
    void aRequestThatUpgradesTheConnectionIsOneSpan() throws Exception {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
      HttpResponse<String> response = client.send(get("/child?id=1"), text());
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.body()).isEqualTo("child id=1");
      // What it asked by was HTTP/1.1.
      agent.traces().exactly(trace(server("GET", 200, "1.1").root(), child(1)));

      client.send(get("/child?id=2"), text());
      agent.traces().exactly(trace(server("GET", 200, "2").root(), child(2)));
    }

    @Test
    void aRequestWithoutUpgradeIsOneSpan() throws Exception {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      client.send(get("/child?id=1"), text());
      agent.traces().exactly(trace(server("GET", 200, "1.1").root(), child(1)));
    }

    @Test
    void tracesAClientThatKnowsTheServer() {
      String port = "" + agent.port();
      assertThat(agent.jvm().call("send", port, "GET", "/child?id=1")).isEqualTo("200");
      SpanExpectation client =
          span("GET")
              .kind(CLIENT)
              .root()
              .attribute("url.full", "http://localhost:" + port + "/child?id=1")
              .attribute("network.protocol.version", "2")
              .attribute("http.response.status_code", 200);
      agent
          .traces()
          .exactly(
              trace(
                  client, server("GET", 200, "2").childOf(0), span("GET").kind(CLIENT).childOf(1)));
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Streams {
    private final RecordingServer farEnd = RecordingServer.start();
    private final String scheme;

    @RegisterExtension final AgentExtension agent;

    Streams(String scheme, java.util.function.Supplier<AgentJvmBuilder> application) {
      this.scheme = scheme;
      agent =
          AgentExtension.shared(
              () -> application.get().jvmArgs("-D" + ServerRoutes.CALLBACK + "=" + farEnd.url("")));
    }

    @AfterAll
    void stopFarEnd() {
      farEnd.close();
    }

    @Test
    void keepsTheStreamsOfAConnectionApart() throws Exception {
      HttpClient client = connected();
      List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
      List<TraceExpectation> expected = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String traceId = String.format("%032x", i + 1);
        String spanId = String.format("%016x", i + 1);
        boolean post = i % 2 == 0;
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(url((post ? "/body?id=" : "/child?id=") + i)))
                .header("traceparent", "00-" + traceId + "-" + spanId + "-01");
        if (post) {
          request.POST(HttpRequest.BodyPublishers.ofString("body " + i));
        }
        responses.add(client.sendAsync(request.build(), text()));
        SpanExpectation server = server(post ? "POST" : "GET", 200, "2");
        expected.add(trace(server.traceId(traceId).parent(spanId), child(i)));
      }
      for (int i = 0; i < 50; i++) {
        HttpResponse<String> response = responses.get(i).get();
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).isEqualTo(i % 2 == 0 ? "body " + i : "child id=" + i);
      }
      agent.traces().exactly(expected);
    }

    @Test
    void tracesWhatFails() throws Exception {
      HttpClient client = connected();
      assertThat(client.send(get("/exception"), text()).statusCode()).isEqualTo(500);
      agent
          .traces()
          .exactly(
              trace(
                  server("GET", 500, "2")
                      .root()
                      .error("500")
                      .exception("java.lang.IllegalStateException", "controller exception")));
    }

    /** A client whose connection speaks HTTP/2 by now. */
    private HttpClient connected() throws Exception {
      HttpClient client =
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).sslContext(trusting()).build();
      client.send(get("/success"), text());
      agent.receiver().settle();
      agent.receiver().claimAll();
      return client;
    }

    final HttpRequest get(String target) {
      return HttpRequest.newBuilder(URI.create(url(target))).build();
    }

    private String url(String target) {
      return scheme + "://localhost:" + agent.port() + target;
    }

    static HttpResponse.BodyHandler<String> text() {
      return HttpResponse.BodyHandlers.ofString();
    }

    final SpanExpectation server(String method, int status, String version) {
      return span(method)
          .kind(SERVER)
          .attribute("url.scheme", scheme)
          .attribute("server.address", "localhost")
          .attribute("server.port", agent.port())
          .attribute("network.peer.address", "127.0.0.1")
          .attribute("network.protocol.version", version)
          .attribute("http.response.status_code", status);
    }

    final SpanExpectation child(int id) {
      return span("GET")
          .kind(CLIENT)
          .childOf(0)
          .attribute("url.full", farEnd.url("/echo?id=" + id));
    }
  }

  private static String keyStore() {
    Path file = folder.resolve("server.p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "server",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "SAN=dns:localhost",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  "changeit",
                  "-keystore",
                  file.toString())
              .inheritIO()
              .start();
      assertThat(keytool.waitFor()).isZero();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return file.toString();
  }

  private static SSLContext trusting() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager all =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    context.init(null, new TrustManager[] {all}, new SecureRandom());
    return context;
  }
}
