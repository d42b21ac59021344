package dev.gossamer.instrumentation.tomcat;

import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Tomcat answers by itself and by valves. What its servlets answer is in the tests of the
 * servlet instrumentation.
 */
final class TomcatTest {
  private abstract static class Contract extends HttpServerContract {
    /** So many requests are answered after one has begun to arrive. */
    private static final int LATER = 30;

    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(TomcatApp.class).libraries(libraries);
    }

    @Override
    protected Set<ServerFeature> lacking() {
      return EnumSet.of(ServerFeature.ROUTES, ServerFeature.PATH_PARAMETERS, ServerFeature.ASYNC);
    }

    @Override
    protected String contextPath() {
      return "/app";
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /outside, 404, /outside",
      "GET, /app/WEB-INF/web.xml, 404, /app/WEB-INF/web.xml",
      "GET, /app, 302, /app",
      "GET, /app/no-servlet, 404, /app/no-servlet",
      "GET, /app/%zz, 400, /app/%zz",
      "TRACE, /app/no-servlet, 405, /app/no-servlet",
    })
    void whatTomcatRefusesHasASpan(String method, String target, int status, String path) {
      assertThat(RawHttp.request(method, target).send(agent.port()).status()).isEqualTo(status);
      agent
          .traces()
          .exactly(
              trace(
                  span(method)
                      .kind(SERVER)
                      .root()
                      .attribute("url.path", path)
                      .attribute("http.response.status_code", status)
                      .noAttributes("http.route", "error.type")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rethrown", "wrapped", "swallowed"})
    void aClientThatLeavesIsNoFailureOfTheApplicationHoweverItTakesIt(String how)
        throws IOException {
      leave(how);
    }

    @Test
    void aClientThatLeavesBeforeItHasSentAllIsNoFailureOfTheApplication() throws IOException {
      assumeFalse(libraries.equals("tomcat-7"), "Tomcat 7 takes what it has for all");
      leave("upload");
    }

    private void leave(String how) throws IOException {
      send(how).close();
      agent.receiver().awaitSpan(it -> it.kind() == SERVER);
      agent.traces().exactly(trace(answered(how).error("client_disconnected").anyEvents()));
    }

    @Test
    void anIoExceptionOfTheApplicationIsNotTheClients() throws IOException {
      try (Socket unused = send("own-failure")) {
        agent.receiver().awaitSpan(it -> it.kind() == SERVER);
      }
      agent
          .traces()
          .exactly(
              trace(
                  answered("own-failure")
                      .error("java.io.IOException")
                      .exception("java.io.IOException", "its own")));
    }

    /** The answer has begun, and none of the body was sent. */
    private Socket send(String how) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port());
      String head =
          "POST /app/leave/" + how + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      return socket;
    }

    private static SpanExpectation answered(String how) {
      return span("POST")
          .kind(SERVER)
          .root()
          .attribute("url.path", "/app/leave/" + how)
          .attribute("http.response.status_code", 200);
    }

    @Test
    void aRequestThatTomcatRefusesBeginsWithItsFirstByte() throws IOException {
      long restSentAt;
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), agent.port())) {
        OutputStream out = socket.getOutputStream();
        out.write("GET /no-host HT".getBytes(StandardCharsets.US_ASCII));
        // Once it has answered so much that came later, it has seen what came before.
        for (int i = 0; i < LATER; i++) {
          RawHttp.request("GET", "/app/success").send(agent.port());
        }
        restSentAt = epochNanos(Instant.now());
        out.write("TP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
      SpanExpectation success =
          span("GET").kind(SERVER).root().attribute("http.response.status_code", 200);
      SpanExpectation refused =
          span("GET")
              .kind(SERVER)
              .root()
              .attribute("http.response.status_code", 400)
              .matching("began with its first byte", it -> it.startNanos() < restSentAt);
      List<TraceExpectation> expected = new ArrayList<>(Collections.nCopies(LATER, trace(success)));
      expected.add(trace(refused));
      agent.traces().exactly(expected);
    }

    @Test
    void readsHeadersAsTomcatDoes() {
      List<String> userAgents = List.of("one", "two", "tw\u00f6", "tw\u00f6", "one", "o");
      RawHttp.inTurn(
          agent.port(),
          userAgents.stream()
              .map(it -> RawHttp.request("GET", "/app/no-servlet").header("User-Agent", it))
              .toList());
      agent
          .traces()
          .exactly(
              userAgents.stream()
                  .map(it -> trace(span("GET").root().attribute("user_agent.original", it)))
                  .toList());
    }

    private static long epochNanos(Instant instant) {
      return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    @Test
    void aRequestThatTomcatCannotReadHasASpan() {
      assertThat(RawHttp.request("GET", "/a|b").send(agent.port()).status()).isEqualTo(400);
      agent
          .traces()
          .exactly(
              trace(span("GET").kind(SERVER).root().attribute("http.response.status_code", 400)));
    }
  }

  @Nested
  @Tag("older-version")
  final class Tomcat7 extends Contract {
    Tomcat7() {
      super("tomcat-7");
    }
  }

  @Nested
  @Tag("older-version")
  final class Tomcat8 extends Contract {
    Tomcat8() {
      super("tomcat-8");
    }
  }

  @Nested
  final class Tomcat11 extends Contract {
    Tomcat11() {
      super("tomcat-11");
    }
  }
}
