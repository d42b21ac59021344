package dev.gossamer.instrumentation.micronaut;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.RecordingServer.Response;
import dev.gossamer.testing.http.ClientFeature;
import dev.gossamer.testing.http.HttpClientContract;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;

/** What every HTTP client does, by Micronaut's own client. */
final class MicronautClientTest {
  @Nested
  @Tag("older-version")
  final class Oldest extends Contract {
    Oldest() {
      super("oldest");
    }
  }

  @Nested
  @DisabledIf("dev.gossamer.instrumentation.micronaut.MicronautVersions#java25")
  final class Newest4 extends Contract {
    Newest4() {
      super("4");
    }
  }

  @Nested
  @EnabledIf("dev.gossamer.instrumentation.micronaut.MicronautVersions#java25")
  final class Newest extends Contract {
    Newest() {
      super("newest");
    }
  }

  abstract static class Contract extends HttpClientContract {
    private static final String TRACE = "a".repeat(32);

    private final String libraries;

    Contract(String libraries) {
      this.libraries = libraries;
    }

    @Override
    protected AgentJvmBuilder application() {
      return AgentJvm.app(MicronautClientApp.class).libraries(libraries);
    }

    @Override
    protected Set<ClientFeature> lacking() {
      // Netty's spans know neither Micronaut's exceptions nor that one hop follows another.
      return EnumSet.of(
          ClientFeature.UNCONNECTED_REQUEST,
          ClientFeature.READ_TIMEOUT,
          ClientFeature.REDIRECTS,
          ClientFeature.SPAN_PER_HOP,
          ClientFeature.SPAN_ENDS_AT_HEADERS);
    }

    @Test
    void everyHopOfARedirectIsBelowTheCaller() {
      try (RecordingServer server = RecordingServer.start(Contract::answer)) {
        assertThat(under("send", "GET", server.url("/redirect/" + server.port()))).isEqualTo("200");
        agent
            .traces()
            .exactly(
                trace(
                    span().kind(SERVER).traceId(TRACE),
                    span("GET").kind(CLIENT).childOf(0).attribute("http.response.status_code", 302),
                    span("GET")
                        .kind(CLIENT)
                        .childOf(0)
                        .attribute("http.response.status_code", 200)));
        assertThat(server.requests()).allMatch(request -> TRACE.equals(request.traceId()));
      }
    }

    @Test
    void anAnswerThatDoesNotComeIsAnErrorBelowTheCaller() {
      String closed = "java.nio.channels.ClosedChannelException";
      try (RecordingServer server = RecordingServer.start(Contract::answer)) {
        assertThat(under("send", "GET", server.url("/hang-up"))).startsWith("threw ");
        agent
            .traces()
            .exactly(
                trace(
                    span().kind(SERVER).traceId(TRACE),
                    span("GET")
                        .kind(CLIENT)
                        .childOf(0)
                        .error(closed)
                        .event("exception", Map.of("exception.type", closed))
                        .noAttributes("http.response.status_code")));
      }
    }

    private String under(String command, String... arguments) {
      String parent = "00-" + TRACE + "-" + "b".repeat(16) + "-01";
      return agent.jvm().callUnderSpan(parent, command, arguments);
    }

    private static Response answer(RecordedRequest request) {
      String path = request.path();
      if (path.equals("/hang-up")) {
        return Response.HANG_UP;
      }
      String port = path.substring(path.lastIndexOf('/') + 1);
      return path.startsWith("/redirect")
          ? Response.of(302, "", "Location", "http://localhost:" + port + "/success")
          : Response.of(200, "success");
    }
  }
}
