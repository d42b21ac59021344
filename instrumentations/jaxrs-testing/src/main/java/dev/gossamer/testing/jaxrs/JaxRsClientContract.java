package dev.gossamer.testing.jaxrs;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.TraceRecord;
import dev.gossamer.testing.jaxrs.app.JaxRsClientMain;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A framework's client is traced by what it sends with: one call gives one span. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class JaxRsClientContract {
  private final RecordingServer farEnd =
      RecordingServer.start(
          // RESTEasy 7 reads no entity without a type.
          request -> RecordingServer.Response.of(200, "ok", "Content-Type", "text/plain"));

  @RegisterExtension final AgentExtension agent;

  protected JaxRsClientContract(String libraries, boolean jakarta) {
    JaxRsServer client = new JaxRsServer(libraries, JaxRsClientMain.class, jakarta);
    agent = AgentExtension.shared(client::application);
  }

  @AfterAll
  final void closeFarEnd() {
    farEnd.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "async"})
  void aCallIsOneClientSpan(String command) {
    farEnd.clear();
    String url = farEnd.url("/echo?id=1");
    agent.jvm().callUnderSpan(null, command, url);
    List<TraceRecord> traces =
        agent
            .traces()
            .exactly(
                trace(
                    span().kind(SERVER).root(),
                    span("GET")
                        .kind(CLIENT)
                        .childOf(0)
                        .attribute("url.full", url)
                        .attribute("http.response.status_code", 200)));
    assertThat(farEnd.awaitRequests(1, request -> request.target().equals("/echo?id=1")))
        .extracting(RecordedRequest::spanId)
        .containsExactly(traces.get(0).spans().get(1).spanId());
  }
}
