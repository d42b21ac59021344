package dev.gossamer.instrumentation.apachehttpclient;

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
import dev.gossamer.testing.TraceRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Spring's clients use underneath: one request, one span. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SpringClients {
  @RegisterExtension final AgentExtension agent;

  private final RecordingServer farEnd =
      RecordingServer.start(request -> Response.of(200, "answer", "Content-Type", "text/plain"));

  SpringClients(String libraries) {
    agent = AgentExtension.shared(() -> AgentJvm.app(SpringApp.class).libraries(libraries));
  }

  /** Client, request factory, and the instrumentation that sees the request. */
  abstract Stream<Arguments> clients();

  @BeforeEach
  void forget() {
    farEnd.clear();
  }

  @AfterAll
  void stopFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void oneRequestIsOneSpan(String client, String factory, String instrumentation) {
    for (String method : new String[] {"GET", "POST"}) {
      farEnd.clear();
      String url = farEnd.url("/spring");
      assertThat(agent.jvm().callUnderSpan(null, client, factory, method, url)).isEqualTo("answer");
      TraceRecord trace =
          agent
              .traces()
              .exactly(
                  trace(
                      span().kind(SERVER).root(),
                      span(method)
                          .kind(CLIENT)
                          .childOf(0)
                          .scope("dev.gossamer." + instrumentation)
                          .attribute("url.full", url)
                          .attribute("http.response.status_code", 200)))
              .get(0);
      assertThat(farEnd.requests())
          .extracting(RecordedRequest::spanId)
          .containsExactly(trace.spans().get(1).spanId());
    }
  }
}
