package dev.gossamer.instrumentation.httpurlconnection;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One span for one request, in whatever order the connection's methods are called. */
final class HttpUrlConnectionCallsTest {
  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.shared(
          () ->
              AgentJvm.app(UrlConnectionApp.class)
                  .env(
                      "OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_REQUEST_HEADERS",
                      "X-Test-Request"));

  private static RecordingServer farEnd;
  private static Path keyStore = Path.of("");

  @BeforeAll
  static void startFarEnd(@TempDir Path folder) throws IOException, InterruptedException {
    farEnd =
        RecordingServer.start(
            request ->
                request.path().equals("/missing")
                    ? Response.of(404, "not here")
                    : Response.of(200, "body", "X-Test-Response", "value"));
    keyStore = folder.resolve("localhost.p12");
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
                "-storepass",
                "changeit",
                "-keystore",
                keyStore.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
  }

  @AfterEach
  void forgetRequests() {
    farEnd.clear();
  }

  @AfterAll
  static void stopFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @CsvSource({
    "connect-first, GET, 200",
    "status-only, GET, 200",
    "header-first, GET, value",
    "post, POST, 200",
    "stream, PUT, 200",
    "asked-again, GET, 200 200",
  })
  void oneRequestIsOneSpan(String way, String method, String result) {
    assertThat(under(way, farEnd.url("/there"))).isEqualTo(result);
    TraceRecord trace =
        AGENT
            .traces()
            .exactly(
                trace(
                    server(), client(method, "/there").attribute("http.response.status_code", 200)))
            .get(0);
    assertThat(farEnd.requests())
        .extracting(RecordedRequest::spanId)
        .containsExactly(trace.spans().get(1).spanId());
  }

  @Test
  void aConnectionThatIsNeverUsedIsNoSpan() {
    assertThat(under("never-asked", farEnd.url("/there"))).isEqualTo("asked");
    AGENT.traces().exactly(trace(server()));
    assertThat(farEnd.requests()).isEmpty();
  }

  @Test
  void theBodyOfAnErrorIsStillThere() {
    assertThat(under("error-stream", farEnd.url("/missing")))
        .isEqualTo("FileNotFoundException not here");
    AGENT
        .traces()
        .exactly(
            trace(
                server(),
                client("GET", "/missing")
                    .error("404")
                    .attribute("http.response.status_code", 404)));
    assertThat(farEnd.requests()).hasSize(1);
  }

  @Test
  void aConnectionThatFailedIsOneSpanHoweverOftenItIsAsked() {
    String url = "http://localhost:1/";
    assertThat(under("failed-then-asked", url)).isEqualTo("ConnectException ConnectException");
    AGENT
        .traces()
        .exactly(
            trace(
                server(),
                span("GET")
                    .kind(CLIENT)
                    .childOf(0)
                    .attribute("url.full", url)
                    .error("java.net.ConnectException")
                    .anyEvents()));
  }

  @Test
  void severalValuesOfAHeaderAreAllCapturedAndNothingOfOursIsAmongThem() {
    assertThat(under("properties", farEnd.url("/there"))).isEqualTo("200 [X-Test-Request]");
    TraceRecord trace = AGENT.traces().exactly(trace(server(), client("GET", "/there"))).get(0);
    assertThat(trace.spans().get(1).attribute("http.request.header.x-test-request"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("one", "two");
  }

  @ParameterizedTest
  @CsvSource({"https, GET", "https-connect-first, GET", "https-post, POST"})
  void aRequestOverTlsIsOneSpanWhichTheOtherEndContinues(String way, String method) {
    assertThat(under(way, keyStore.toString())).isEqualTo("200");
    AGENT
        .traces()
        .exactly(
            trace(
                server(),
                span(method)
                    .kind(CLIENT)
                    .childOf(0)
                    .attribute(
                        "url.full",
                        "an https URL",
                        url -> url.toString().startsWith("https://localhost:")),
                span(method + " /secret")
                    .kind(SERVER)
                    .childOf(1)
                    .attribute("url.scheme", "https")));
  }

  private static String under(String command, String... arguments) {
    return AGENT.jvm().callUnderSpan(null, command, arguments);
  }

  private static SpanExpectation server() {
    return span().kind(SERVER).root();
  }

  private static SpanExpectation client(String method, String path) {
    return span(method).kind(CLIENT).childOf(0).attribute("url.full", farEnd.url(path));
  }
}
