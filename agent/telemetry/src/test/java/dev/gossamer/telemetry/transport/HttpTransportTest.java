package dev.gossamer.telemetry.transport;

import static dev.gossamer.telemetry.transport.Exports.assertTaken;
import static dev.gossamer.telemetry.transport.Exports.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP/1.1, to the JDK's server. */
@Timeout(60)
final class HttpTransportTest {

  record Request(String method, String path, Headers headers, int clientPort, byte[] body) {
    ExportTraceServiceRequest decode() throws IOException {
      byte[] plain =
          "gzip".equals(headers.getFirst("Content-Encoding"))
              ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
              : body;
      return ExportTraceServiceRequest.parseFrom(plain);
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
  private final Headers answerHeaders = new Headers();
  private byte[] answerBody = new byte[0];
  private HttpServer server;
  private ExecutorService executor;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    executor = Executors.newCachedThreadPool();
    server.setExecutor(executor);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            exchange.getRemoteAddress().getPort(),
            exchange.getRequestBody().readAllBytes()));
    exchange.getResponseHeaders().putAll(answerHeaders);
    int status = statuses.isEmpty() ? 200 : statuses.remove(0);
    exchange.sendResponseHeaders(status, answerBody.length == 0 ? -1 : answerBody.length);
    exchange.getResponseBody().write(answerBody);
    exchange.close();
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
  }

  @Test
  void postsTheBatchOverOneConnection() throws Exception {
    try (OtlpHttpSpanExporter exporter =
        Exports.http(url() + "?tenant=1").addHeader("api-key", "a b").build()) {
      assertTaken(exporter.export(Batches.of("first")));
      assertTaken(exporter.export(Batches.of("second", "third")));
    }
    assertThat(requests).hasSize(2);
    Request request = requests.get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v1/traces?tenant=1");
    assertThat(request.headers().get("Content-Type")).containsExactly("application/x-protobuf");
    assertThat(request.headers().get("Api-key")).containsExactly("a b");
    assertThat(request.headers().get("Host"))
        .containsExactly("localhost:" + server.getAddress().getPort());
    assertThat(request.headers().getFirst("User-agent")).startsWith("OTel-OTLP-Exporter-Java/");
    assertThat(request.headers()).doesNotContainKeys("Content-encoding", "Traceparent", "Cookie");
    assertThat(Batches.names(request.decode())).containsExactly("first");
    assertThat(Batches.names(requests.get(1).decode())).containsExactly("second", "third");
    assertThat(requests.get(1).clientPort()).isEqualTo(request.clientPort());
  }

  @Test
  void sendsLargeBatchesPlainAndCompressed() throws Exception {
    try (OtlpHttpSpanExporter plain = Exports.http(url()).build();
        OtlpHttpSpanExporter gzip = Exports.http(url()).setCompression("gzip").build()) {
      assertTaken(plain.export(Batches.large(10, 1024 * 1024)));
      assertTaken(gzip.export(Batches.large(10, 1024 * 1024)));
    }
    assertThat(requests.get(0).body()).hasSizeGreaterThan(10 * 1024 * 1024);
    assertThat(Batches.names(requests.get(0).decode())).hasSize(10);
    assertThat(requests.get(1).body()).hasSizeLessThan(1024 * 1024);
    assertThat(requests.get(1).headers().get("Content-Encoding")).containsExactly("gzip");
    assertThat(Batches.names(requests.get(1).decode())).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void retriesWhatMayBeRetried(int status) throws Exception {
    statuses.addAll(List.of(status, status));
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    assertThat(requests).hasSize(3);
    assertThat(Batches.names(requests.get(2).decode())).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 304, 400, 401, 403, 404, 408, 413, 500, 501, 505})
  void neverRetriesAnythingElse(int status) {
    statuses.add(status);
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).isEmpty();
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void givesUpAfterTheAttemptsOfThePolicy() {
    statuses.addAll(Collections.nCopies(10, 503));
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).isEmpty();
    }
    assertThat(requests).hasSize(RetryPolicy.getDefault().getMaxAttempts());
  }

  @Test
  void doesNotRetryWithoutAPolicy() {
    statuses.add(503);
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).setRetryPolicy(null).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).isEmpty();
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void waitsAsLongAsTheServerAsksInsteadOfTheBackoff() {
    statuses.add(503);
    answerHeaders.set("Retry-After", "1");
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).setRetryPolicy(Exports.SLOW).build()) {
      assertTaken(exporter.export(Batches.of("one")));
    }
    assertThat(requests).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "999999999999999999999999", "Fri, 31 Dec 2100 23:59:59 GMT"})
  void givesUpAtOnceWhenTheServerAsksForMoreThanTheTimeout(String retryAfter) {
    statuses.add(429);
    answerHeaders.set("Retry-After", retryAfter);
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).build()) {
      assertThat(failureOf(exporter.export(Batches.of("one")))).isEmpty();
    }
    assertThat(requests).hasSize(1);
  }

  @Test
  void reportsPartialSuccessAndNeverRepeatsIt() {
    answerBody =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(2)
                    .setErrorMessage("too old"))
            .build()
            .toByteArray();
    Exports.Heard heard = new Exports.Heard();
    try (OtlpHttpSpanExporter exporter =
        Exports.http(url()).setComponentLoader(Transports.componentLoader(null, heard)).build()) {
      assertTaken(exporter.export(Batches.of("one", "two", "three")));
    }
    assertThat(requests).hasSize(1);
    assertThat(heard.lines).containsExactly(url() + " rejected 2: too old");
  }

  @Test
  void leavesOutAHeaderThatCannotBeSentAndSaysSoOnce() {
    Exports.Heard heard = new Exports.Heard();
    try (OtlpHttpSpanExporter exporter =
        Exports.http(url())
            .setComponentLoader(Transports.componentLoader(null, heard))
            .setHeaders(
                () ->
                    Map.of(
                        "evil", "1\r\nX-Injected: 1",
                        "Content-Length", "3",
                        "bad name", "x",
                        "Host", "collector.example",
                        "good", "ü"))
            .build()) {
      assertTaken(exporter.export(Batches.of("one")));
      assertTaken(exporter.export(Batches.of("two")));
    }
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).headers())
        .containsKey("Good")
        .doesNotContainKeys("Evil", "X-injected");
    assertThat(requests.get(0).headers().get("Host")).containsExactly("collector.example");
    assertThat(heard.lines).hasSize(3);
    assertThat(heard.lines).anyMatch(line -> line.startsWith("OTLP header evil is not sent"));
    assertThat(heard.lines).anyMatch(line -> line.startsWith("OTLP header Content-Length is"));
    assertThat(heard.lines).noneMatch(line -> line.contains("Injected"));
  }

  @Test
  void asksNeitherProxiesNorCookiesNorAuthenticatorsOfTheApplication() {
    List<String> asked = new CopyOnWriteArrayList<>();
    ProxySelector proxies = ProxySelector.getDefault();
    CookieHandler cookies = CookieHandler.getDefault();
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<java.net.Proxy> select(URI uri) {
            asked.add("proxy");
            return List.of(java.net.Proxy.NO_PROXY);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        });
    CookieHandler.setDefault(
        new CookieHandler() {
          @Override
          public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            asked.add("cookie");
            return Map.of();
          }

          @Override
          public void put(URI uri, Map<String, List<String>> headers) {
            asked.add("cookie");
          }
        });
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected java.net.PasswordAuthentication getPasswordAuthentication() {
            asked.add("authenticator");
            return new java.net.PasswordAuthentication("a", new char[0]);
          }
        });
    System.setProperty("http.proxyHost", "proxy.invalid");
    System.setProperty("socksProxyHost", "proxy.invalid");
    statuses.addAll(List.of(200, 401, 407));
    answerHeaders.set("Set-Cookie", "a=b");
    answerHeaders.set("WWW-Authenticate", "Basic realm=x");
    try (OtlpHttpSpanExporter exporter = Exports.http(url()).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      assertThat(failureOf(exporter.export(Batches.of("two")))).isEmpty();
      assertThat(failureOf(exporter.export(Batches.of("three")))).isEmpty();
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("socksProxyHost");
      ProxySelector.setDefault(proxies);
      CookieHandler.setDefault(cookies);
      Authenticator.setDefault(null);
    }
    assertThat(requests).hasSize(3);
    assertThat(asked).isEmpty();
  }

  @Test
  void connectsToAnIpv6Literal() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(hasIpv6Loopback());
    HttpServer ipv6 = HttpServer.create(new InetSocketAddress(InetAddress.getByName("::1"), 0), 0);
    ipv6.createContext("/", this::answer);
    ipv6.start();
    String authority = "[::1]:" + ipv6.getAddress().getPort();
    try (OtlpHttpSpanExporter exporter = Exports.http("http://" + authority + "/v1").build()) {
      assertTaken(exporter.export(Batches.of("one")));
      assertThat(requests.get(0).headers().get("Host")).containsExactly(authority);
    } finally {
      ipv6.stop(0);
    }
  }

  private static boolean hasIpv6Loopback() throws UnknownHostException {
    try (java.net.ServerSocket socket =
        new java.net.ServerSocket(0, 1, InetAddress.getByName("::1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void survivesARestartOfTheServer() throws Exception {
    InetSocketAddress address = server.getAddress();
    try (OtlpHttpSpanExporter exporter =
        Exports.http(url()).setTimeout(Duration.ofSeconds(30)).build()) {
      assertTaken(exporter.export(Batches.of("one")));
      server.stop(0);
      assertThat(failureOf(exporter.export(Batches.of("lost")))).contains("cannot connect");
      server = HttpServer.create(address, 0);
      server.createContext("/", this::answer);
      server.start();
      assertTaken(exporter.export(Batches.of("two")));
    }
    assertThat(requests).hasSize(2);
  }

  @Test
  void sendsNothingAfterShutdown() {
    OtlpHttpSpanExporter exporter = Exports.http(url()).build();
    exporter.shutdown();
    assertThat(exporter.export(Batches.of("one")).isSuccess()).isFalse();
    assertThat(requests).isEmpty();
  }
}
