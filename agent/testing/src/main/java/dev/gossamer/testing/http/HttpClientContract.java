package dev.gossamer.testing.http;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static dev.gossamer.testing.http.ClientSpans.CALLER;
import static dev.gossamer.testing.http.ClientSpans.TRACE;
import static dev.gossamer.testing.http.ClientSpans.after;
import static dev.gossamer.testing.http.ClientSpans.caller;
import static dev.gossamer.testing.http.ClientSpans.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.TraceRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every instrumentation of an HTTP client does. A library's test names the application, whose
 * {@code main} hands a {@code ClientUnderTest} to {@code HttpClientApp.run}, and what the client
 * lacks. Parent spans are those of the application's control endpoint, a JDK HttpServer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpClientContract {
  private static final String PARENT = "00-" + TRACE + "-" + CALLER + "-01";
  private static final String NOT_SAMPLED = "00-" + TRACE + "-" + CALLER + "-00";

  private final ClientFarEnd farEnd = new ClientFarEnd();

  /** The JVM that all tests share. */
  @RegisterExtension
  protected final AgentExtension agent =
      AgentExtension.shared(
          () ->
              application()
                  .env("OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_REQUEST_HEADERS", "X-Test-*")
                  .env("OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_RESPONSE_HEADERS", "X-Test-*"));

  /** The application that calls {@code HttpClientApp.run}. */
  protected abstract AgentJvmBuilder application();

  /** What the client cannot do; hops without a span of their own are the rule. */
  protected Set<ClientFeature> lacking() {
    return EnumSet.of(ClientFeature.SPAN_PER_HOP);
  }

  /** What the client throws when nobody takes the connection. */
  protected String connectFailure() {
    return "java.net.ConnectException";
  }

  /** Lets a library add what its client spans have besides. */
  protected SpanExpectation customize(SpanExpectation clientSpan) {
    return clientSpan;
  }

  @BeforeEach
  final void forgetRequests() {
    farEnd.server().clear();
  }

  @AfterAll
  final void closeFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/success", "/success?with=params"})
  void tracesARequestWithoutParentAsARoot(String path) {
    assertThat(agent.jvm().call("send", "GET", farEnd.url(path))).isEqualTo("200");
    TraceRecord trace = agent.traces().exactly(trace(client("GET", path, 200).root())).get(0);
    assertForwarded(path, trace.spans().get(0), "01", "03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "POST"})
  void tracesARequestBelowTheCurrentSpan(String method) {
    assertThat(under(PARENT, "send", method, farEnd.url("/success"))).isEqualTo("200");
    TraceRecord trace =
        agent.traces().exactly(trace(caller(), client(method, "/success", 200).childOf(0))).get(0);
    assertForwarded("/success", trace.spans().get(1), "01");
  }

  @Test
  @Tag("endurance")
  void keepsNothingOfThousandsOfRequests(TestInfo test) {
    assumeFalse(test.getTags().contains("older-version"), "the newest version stands for all");
    assertThat(under(NOT_SAMPLED, "sendMany", "3000", "GET", farEnd.url("/success")))
        .isEqualTo("200");
    agent.traces().none();
    assertThat(agent.jvm().instances("dev.gossamer.api.http.HttpClientSpan")).isLessThan(50);
  }

  @Test
  void exportsNothingWhenTheParentIsNotSampled() {
    assertThat(under(NOT_SAMPLED, "send", "GET", farEnd.url("/success"))).isEqualTo("200");
    agent.traces().none();
    RecordedRequest request = request("/success");
    assertThat(request.traceId()).isEqualTo(TRACE);
    assertThat(request.spanId()).isNotEqualTo(CALLER);
    assertThat(request.header("traceparent")).endsWith("-00");
  }

  @Test
  void boundsTheNumberOfMethodNames() {
    assumeTrue(has(ClientFeature.NON_STANDARD_METHOD));
    assertThat(under(PARENT, "send", "TEST", farEnd.url("/success"))).isEqualTo("405");
    agent
        .traces()
        .exactly(
            trace(
                caller(),
                client("_OTHER", "/success", 405)
                    .childOf(0)
                    .error("405")
                    .attribute("http.request.method_original", "TEST")));
  }

  @ParameterizedTest
  @CsvSource({"/error,500", "/client-error,400", "/nowhere,404"})
  void marksAnAnswerFrom400OnAsAnError(String path, int status) {
    assertThat(under(PARENT, "send", "GET", farEnd.url(path))).isEqualTo(String.valueOf(status));
    agent
        .traces()
        .exactly(
            trace(caller(), client("GET", path, status).childOf(0).error(String.valueOf(status))));
  }

  @Test
  void runsTheCallbackBelowTheCallerOfTheRequest() {
    assumeTrue(has(ClientFeature.CALLBACK));
    String then = farEnd.url("/echo/callback");
    assertThat(under(PARENT, "sendAsync", "GET", farEnd.url("/success"), then)).isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(caller(), client("GET", "/success", 200).childOf(0), after(then).childOf(0)));
  }

  @Test
  void runsTheCallbackWithoutParentWhenTheCallerHasNone() {
    assumeTrue(has(ClientFeature.CALLBACK));
    String then = farEnd.url("/echo/callback");
    String url = farEnd.url("/success");
    assertThat(agent.jvm().call("sendAsync", "GET", url, then)).isEqualTo("200");
    agent.traces().exactly(trace(client("GET", "/success", 200).root()), trace(after(then).root()));
  }

  @ParameterizedTest
  @CsvSource({"/redirect,1", "/another-redirect,2"})
  void tracesRedirects(String path, int redirects) {
    assumeTrue(has(ClientFeature.REDIRECTS));
    assertThat(under(PARENT, "send", "GET", farEnd.url(path), "X-Kept", "kept")).isEqualTo("200");
    List<String> hops = List.of("/another-redirect", "/redirect", "/success");
    List<String> visited = hops.subList(2 - redirects, 3);
    List<SpanExpectation> spans = new ArrayList<>(List.of(caller()));
    if (has(ClientFeature.SPAN_PER_HOP)) {
      for (int i = 0; i < visited.size(); i++) {
        SpanExpectation hop = client("GET", visited.get(i), i == redirects ? 200 : 302).childOf(0);
        spans.add(i == 0 ? hop : hop.attribute("http.request.resend_count", i));
      }
    } else {
      spans.add(client("GET", path, 200).childOf(0));
    }
    agent.traces().exactly(trace(spans.toArray(SpanExpectation[]::new)));
    assertThat(farEnd.server().requests())
        .extracting(RecordedRequest::path)
        .containsExactlyElementsOf(visited);
    assertThat(farEnd.server().requests())
        .allSatisfy(
            request -> {
              assertThat(request.header("X-Kept")).isEqualTo("kept");
              assertThat(request.traceId()).isEqualTo(TRACE);
            });
  }

  @Test
  void endsTheSpanOfRedirectsWithoutEnd() {
    assumeTrue(has(ClientFeature.REDIRECTS));
    assumeFalse(has(ClientFeature.SPAN_PER_HOP));
    String result = under(PARENT, "send", "GET", farEnd.url("/circular-redirect"));
    if (has(ClientFeature.CIRCULAR_REDIRECTS_FAIL)) {
      assertThat(result).startsWith("threw ");
      agent
          .traces()
          .exactly(trace(caller(), failed("GET", farEnd.url("/circular-redirect"), result)));
    } else {
      assertThat(result).isEqualTo("302");
      agent.traces().exactly(trace(caller(), client("GET", "/circular-redirect", 302).childOf(0)));
    }
  }

  @Test
  void tracesARequestObjectSentTwiceAsTwoRequests() {
    assumeTrue(has(ClientFeature.REUSABLE_REQUEST));
    assertThat(under(PARENT, "sendTwice", "GET", farEnd.url("/success"))).isEqualTo("200");
    TraceRecord trace =
        agent
            .traces()
            .exactly(
                trace(
                    caller(),
                    client("GET", "/success", 200).childOf(0),
                    client("GET", "/success", 200).childOf(0)))
            .get(0);
    assertThat(farEnd.server().awaitRequests(2, request -> true))
        .extracting(RecordedRequest::spanId)
        .containsExactlyInAnyOrder(trace.spans().get(1).spanId(), trace.spans().get(2).spanId());
  }

  @Test
  void replacesTracingHeadersOfTheApplication() {
    String old = "00-11111111111111111111111111111111-2222222222222222-01";
    String url = farEnd.url("/success");
    assertThat(under(PARENT, "send", "GET", url, "traceparent", old)).isEqualTo("200");
    TraceRecord trace =
        agent.traces().exactly(trace(caller(), client("GET", "/success", 200).childOf(0))).get(0);
    assertForwarded("/success", trace.spans().get(1), "01");
  }

  @Test
  void capturesTheHeadersItIsToldTo() {
    String url = farEnd.url("/headers");
    assertThat(under(PARENT, "send", "GET", url, "X-Test-Request", "test", "X-Other", "other"))
        .isEqualTo("200");
    agent
        .traces()
        .exactly(
            trace(
                caller(),
                client("GET", "/headers", 200)
                    .childOf(0)
                    .attribute("http.request.header.x-test-request", List.of("test"))
                    .attribute("http.response.header.x-test-response", List.of("test"))));
  }

  @Test
  void hidesSignatures() {
    String host = "localhost:" + farEnd.server().port();
    String target = "/success?sig=secret&a=b";
    assertThat(under(PARENT, "send", "GET", "http://" + host + target)).isEqualTo("200");
    SpanExpectation expected =
        span("GET")
            .kind(CLIENT)
            .childOf(0)
            .attribute("url.full", "http://" + host + "/success?sig=REDACTED&a=b");
    agent.traces().exactly(trace(caller(), expected));
    assertThat(request("/success").target()).isEqualTo(target);
  }

  @Test
  void recordsWhyThereWasNoConnection() throws IOException {
    assumeTrue(has(ClientFeature.UNCONNECTED_REQUEST));
    String url = "http://localhost:" + closedPort() + "/";
    String result = under(PARENT, "send", "GET", url);
    assertThat(result).startsWith("threw ");
    agent.traces().exactly(trace(caller(), failed("GET", url, result)));
  }

  @Test
  void recordsWhyThereWasNoConnectionForACallback() throws IOException {
    assumeTrue(has(ClientFeature.CALLBACK) && has(ClientFeature.UNCONNECTED_REQUEST));
    String url = "http://localhost:" + closedPort() + "/";
    String then = farEnd.url("/echo/callback");
    String result = under(PARENT, "sendAsync", "GET", url, then);
    assertThat(result).isEqualTo("-1");
    agent
        .traces()
        .exactly(
            trace(
                caller(), failed("GET", url, "threw " + connectFailure()), after(then).childOf(0)));
  }

  @Test
  void recordsAHostThatCannotBeReached() {
    assumeTrue(has(ClientFeature.CONNECT_TIMEOUT) && has(ClientFeature.UNCONNECTED_REQUEST));
    // TEST-NET-1: no host ever has this address.
    String result = under(PARENT, "send", "HEAD", "https://192.0.2.1/");
    assertThat(result).startsWith("threw ");
    agent
        .traces()
        .exactly(
            trace(
                caller(),
                failed("HEAD", "https://192.0.2.1/", result)
                    .attribute("server.address", "192.0.2.1")
                    .attribute("server.port", 443)));
  }

  @Test
  void recordsAnAnswerThatDoesNotCome() {
    assumeTrue(has(ClientFeature.READ_TIMEOUT));
    CountDownLatch gate = farEnd.closeGate();
    try {
      String result = under(PARENT, "send", "GET", farEnd.url("/silent"));
      assertThat(result).startsWith("threw ");
      agent.traces().exactly(trace(caller(), failed("GET", farEnd.url("/silent"), result)));
      assertThat(request("/silent").traceId()).isEqualTo(TRACE);
    } finally {
      gate.countDown();
    }
  }

  @Test
  void keepsConcurrentRequestsApart() throws Exception {
    int count = 50;
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String url = farEnd.url("/success?id=" + i);
      String parent = String.format("00-%032x-%016x-01", i + 1, i + 1);
      calls.add(() -> under(parent, "send", "GET", url));
    }
    assertConcurrent(calls, false);
  }

  @Test
  void keepsConcurrentCallbacksApart() throws Exception {
    assumeTrue(has(ClientFeature.CALLBACK));
    int count = 50;
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String url = farEnd.url("/success?id=" + i);
      String parent = String.format("00-%032x-%016x-01", i + 1, i + 1);
      String then = farEnd.url("/echo/" + i);
      calls.add(() -> under(parent, "sendAsync", "GET", url, then));
    }
    assertConcurrent(calls, true);
  }

  private void assertConcurrent(List<Callable<String>> calls, boolean callbacks) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      for (Future<String> result : executor.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo("200");
      }
    } finally {
      executor.shutdownNow();
    }
    List<TraceExpectation> expected = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      SpanExpectation caller =
          span()
              .kind(SERVER)
              .traceId(String.format("%032x", i + 1))
              .parent(String.format("%016x", i + 1));
      SpanExpectation client = client("GET", "/success?id=" + i, 200).childOf(0);
      expected.add(
          callbacks
              ? trace(caller, client, after(farEnd.url("/echo/" + i)).childOf(0))
              : trace(caller, client));
    }
    for (TraceRecord trace : agent.traces().exactly(expected)) {
      assertThat(farEnd.server().requests())
          .extracting(RecordedRequest::spanId)
          .contains(trace.spans().get(1).spanId());
    }
  }

  @Test
  void endsTheSpanWhenTheAnswerIsThere() {
    CountDownLatch gate = farEnd.closeGate();
    try {
      String url = farEnd.url("/held");
      CompletableFuture<String> result =
          CompletableFuture.supplyAsync(() -> agent.jvm().call("send", "GET", url));
      request("/held");
      if (has(ClientFeature.SPAN_ENDS_AT_HEADERS)) {
        agent.receiver().awaitSpan(span -> span.kind() == CLIENT);
        assertThat(result).isNotDone();
      } else {
        agent.receiver().settle();
        assertThat(agent.receiver().unclaimed()).isEmpty();
      }
      gate.countDown();
      assertThat(result.join()).isEqualTo("200");
      agent.traces().exactly(trace(client("GET", "/held", 200).root()));
    } finally {
      gate.countDown();
    }
  }

  /** The far end got one set of headers, those of this span. */
  private void assertForwarded(String target, SpanRecord client, String... flags) {
    RecordedRequest request =
        farEnd.server().awaitRequests(1, candidate -> candidate.target().equals(target)).get(0);
    String prefix = "00-" + client.traceId() + "-" + client.spanId() + "-";
    assertThat(request.headers("traceparent"))
        .singleElement()
        .isIn(Arrays.stream(flags).map(prefix::concat).toList());
  }

  private RecordedRequest request(String path) {
    return farEnd.server().awaitRequests(1, request -> request.path().equals(path)).get(0);
  }

  private String under(String traceparent, String command, String... arguments) {
    return agent.jvm().callUnderSpan(traceparent, command, arguments);
  }

  private boolean has(ClientFeature feature) {
    return !lacking().contains(feature);
  }

  private SpanExpectation client(String method, String path, int status) {
    SpanExpectation span = ClientSpans.client(method, farEnd, path, status);
    if (has(ClientFeature.PROTOCOL_VERSION)) {
      span.attribute("network.protocol.version", "1.1");
    }
    return customize(span);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
