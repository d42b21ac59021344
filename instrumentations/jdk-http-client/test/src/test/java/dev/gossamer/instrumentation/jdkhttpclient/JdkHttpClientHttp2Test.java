package dev.gossamer.instrumentation.jdkhttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.TraceRecord;
import dev.gossamer.testing.http.Http2FarEnd;
import dev.gossamer.testing.http.Http2FarEnd.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2, by an upgrade of a plain connection and by TLS. */
final class JdkHttpClientHttp2Test {
  @TempDir static Path folder;

  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.shared(
          () ->
              AgentJvm.app(JdkClientApp.class)
                  .args("async")
                  .jvmArgs("-Djavax.net.ssl.trustStore=" + newKeyStore())
                  .jvmArgs("-Djavax.net.ssl.trustStorePassword=secret"));

  private static Http2FarEnd plain;
  private static Http2FarEnd secure;

  private static Path keyStore() {
    return folder.resolve("localhost.p12");
  }

  /** The application reads it when it starts, and that is before anything else. */
  private static Path newKeyStore() {
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "localhost",
                  "-dname",
                  "CN=localhost",
                  "-keyalg",
                  "EC",
                  "-ext",
                  "san=dns:localhost",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  keyStore().toString(),
                  "-storepass",
                  "secret")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(keytool.exitValue()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return keyStore();
  }

  @BeforeAll
  static void startServers() throws Exception {
    plain = new Http2FarEnd(null);
    secure = new Http2FarEnd(keyStore());
  }

  @AfterAll
  static void stopServers() throws Exception {
    plain.close();
    secure.close();
  }

  @BeforeEach
  void forget() {
    plain.received().clear();
    secure.received().clear();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneExchangeIsOneSpan(boolean tls) {
    Http2FarEnd server = tls ? secure : plain;
    // The first one negotiates, the second finds the connection there.
    for (int i = 0; i < 2; i++) {
      server.received().clear();
      assertThat(under("send", "GET", server.url("/exchange"))).isEqualTo("200");
      TraceRecord trace =
          AGENT.traces().exactly(trace(server(), client(server, "/exchange").childOf(0))).get(0);
      assertThat(server.received()).singleElement().satisfies(carries(trace.spans().get(1)));
    }
  }

  @Test
  void streamsOfOneConnectionStayApart() {
    assertThat(under("send", "GET", secure.url("/first"))).isEqualTo("200");
    AGENT.traces().exactly(trace(server(), client(secure, "/first").childOf(0)));
    secure.received().clear();
    int count = 20;
    List<CompletableFuture<String>> results = new ArrayList<>();
    List<TraceExpectation> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String url = secure.url("/stream/" + i);
      results.add(CompletableFuture.supplyAsync(() -> under("send", "GET", url)));
      expected.add(trace(server(), client(secure, "/stream/" + i).childOf(0)));
    }
    assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo("200"));
    for (TraceRecord trace : AGENT.traces().exactly(expected)) {
      SpanRecord client = trace.spans().get(1);
      assertThat(secure.received())
          .filteredOn(
              request -> ("" + client.attributes().get("url.full")).endsWith(request.path()))
          .singleElement()
          .satisfies(carries(client));
    }
    assertThat(secure.received()).extracting(Received::peer).containsOnly(peer());
  }

  private static String peer() {
    return secure.received().get(0).peer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "push"})
  void whatTheServerPushesIsNoRequest(String command) {
    String url = plain.url("/pushing");
    String result = command.equals("send") ? under("send", "GET", url) : under("push", url);
    assertThat(result).isEqualTo(command.equals("send") ? "200" : "200 /pushed");
    AGENT.traces().exactly(trace(server(), client(plain, "/pushing").childOf(0)));
  }

  private static Consumer<Received> carries(SpanRecord client) {
    return request -> {
      assertThat(request.protocol()).isEqualTo("HTTP/2.0");
      assertThat(request.traceparents())
          .singleElement()
          .asString()
          .startsWith("00-" + client.traceId() + "-" + client.spanId() + "-");
    };
  }

  private static String under(String command, String... arguments) {
    return AGENT.jvm().callUnderSpan(null, command, arguments);
  }

  private static SpanExpectation server() {
    return span().kind(SERVER).root();
  }

  private static SpanExpectation client(Http2FarEnd server, String path) {
    return span("GET")
        .kind(CLIENT)
        .attribute("url.full", server.url(path))
        .attribute("server.port", server.port())
        .attribute("http.response.status_code", 200)
        .attribute("network.protocol.version", "2");
  }
}
