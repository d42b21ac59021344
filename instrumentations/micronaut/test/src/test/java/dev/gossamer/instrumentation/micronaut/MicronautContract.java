package dev.gossamer.instrumentation.micronaut;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.http.HttpServerContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every HTTP server does, and what Micronaut has besides. */
abstract class MicronautContract extends HttpServerContract {
  private final String libraries;

  MicronautContract(String libraries) {
    this.libraries = libraries;
  }

  @Override
  protected AgentJvmBuilder application() {
    return MicronautVersions.application(libraries);
  }

  @Override
  protected String contextPath() {
    return MicronautApp.CONTEXT;
  }

  @Override
  protected @Nullable String route(String path) {
    return path.startsWith("/path/") ? "/path/{id}/param" : super.route(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop", "io", "blocking", "mono", "future", "stream"})
  void whatAHandlerOfAnyKindCallsIsBelowTheServerSpan(String kind) {
    RawHttp.Response response = get("/kinds/" + kind + "/7");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).endsWith("called 7");
    agent
        .traces()
        .exactly(trace(answered("/kinds/" + kind + "/{id}", 200).root(), called("7").childOf(0)));
  }

  @Test
  void serverSentEventsAreOneSpanThatEndsWithTheLastEvent() {
    assertThat(get("/kinds/events/7").body()).contains("called 70", "called 71", "called 72");
    SpanRecord server =
        agent
            .traces()
            .exactly(
                trace(
                    answered("/kinds/events/{id}", 200).root(),
                    called("70").childOf(0),
                    called("71").childOf(0),
                    called("72").childOf(0)))
            .get(0)
            .spans()
            .get(0);
    assertThat(server.endNanos() - server.startNanos()).isGreaterThan(10_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/kinds/search?text=a&max=1, /kinds/search, 200",
    "/kinds/file/file.txt, /kinds/file/{name}, 200",
    "/kinds/refusal/7, /kinds/refusal/{id}, 418",
    "/kinds/filtered/7, /kinds/filtered/{id}, 401",
    "/static/file.txt, , 200",
    "/kinds/nothing, , 404"
  })
  void namesTheTemplateThatMatchedAndNotWhoAnswered(
      String target, @Nullable String route, int status) {
    assertThat(get(target).status()).isEqualTo(status);
    agent
        .traces()
        .exactly(
            trace(
                (route == null ? span("GET").noAttributes("http.route") : answered(route, status))
                    .kind(SERVER)
                    .root()
                    .attribute("http.response.status_code", status)
                    .noAttributes("error.type")));
  }

  @Test
  void recordsWhatAPublisherFailsWith() {
    assertThat(get("/kinds/failure/7").status()).isEqualTo(500);
    agent
        .traces()
        .exactly(
            trace(
                answered("/kinds/failure/{id}", 500)
                    .root()
                    .error("500")
                    .exception("java.lang.IllegalStateException", "failed later")));
  }

  @Test
  void aMethodThatNoRouteTakesHasNoRoute() {
    RawHttp request = RawHttp.request("DELETE", MicronautApp.CONTEXT + "/kinds/loop/7");
    assertThat(request.send(agent.port()).status()).isEqualTo(405);
    agent
        .traces()
        .exactly(
            trace(
                span("DELETE")
                    .kind(SERVER)
                    .root()
                    .noAttributes("http.route")
                    .attribute("http.response.status_code", 405)));
  }

  @Test
  void aBodyThatComesInPiecesBelongsToItsRequest() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /app/kinds/slow/7 HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                  + "Content-Type: text/plain\r\nContent-Length: 4\r\n"
                  + "Connection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String interim = new String(in.readNBytes(25), StandardCharsets.US_ASCII);
      assertThat(interim).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      out.write("body".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
          .endsWith("body called 7");
    }
    agent
        .traces()
        .exactly(
            trace(
                span("POST /app/kinds/slow/{id}")
                    .kind(SERVER)
                    .root()
                    .attribute("http.route", "/app/kinds/slow/{id}")
                    .attribute("http.response.status_code", 200),
                called("7").childOf(0)));
  }

  @Test
  void aClientThatGoesAwayEndsTheSpan() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /app/kinds/never/7 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      // Reset instead of a polite end.
      socket.setSoLinger(true, 0);
    }
    SpanRecord span = agent.receiver().awaitSpan(it -> it.kind() == SERVER);
    assertThat(span.attribute("http.route")).isEqualTo("/app/kinds/never/{id}");
    assertThat(span.attribute("error.type")).isEqualTo("client_disconnected");
    agent.receiver().claim(span);
  }

  private RawHttp.Response get(String target) {
    return RawHttp.request("GET", MicronautApp.CONTEXT + target).send(agent.port());
  }

  private static SpanExpectation answered(String route, int status) {
    return span("GET " + MicronautApp.CONTEXT + route)
        .kind(SERVER)
        .attribute("http.route", MicronautApp.CONTEXT + route)
        .attribute("http.response.status_code", status);
  }

  private SpanExpectation called(String id) {
    return span("GET").kind(CLIENT).attribute("url.full", callback.url("/echo?id=" + id));
  }
}
