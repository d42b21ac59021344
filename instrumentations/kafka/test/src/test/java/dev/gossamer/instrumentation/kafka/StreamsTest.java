package dev.gossamer.instrumentation.kafka;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Kafka Streams copies what it polls into queues of its own: nobody processes there. */
final class StreamsTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String CONTEXT = "00-" + TRACE + "-" + SPAN + "-01";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @Test
  void recordsAreTakenAndSentOnWithoutBeingProcessedInBetween(@TempDir Path state) {
    String from = TestBroker.topic(1);
    String to = TestBroker.topic(1);
    TestBroker.send(from, "abc", Map.of("traceparent", CONTEXT));

    AgentJvm jvm =
        AGENT.launch(
            AgentJvm.app(StreamsApp.class)
                .jvmArgs("-Dbroker=" + TestBroker.address())
                .classPath(KafkaContract.classPath("3.9.1", "streams"))
                .args(from, to, state.toString()));
    jvm.port();

    AGENT
        .traces()
        .exactly(
            trace(span("poll " + from).kind(SpanKind.CLIENT).root().link(TRACE, SPAN)),
            trace(span("send " + to).kind(SpanKind.CLIENT).root().link(TRACE, SPAN)));
    assertThat(TestBroker.headersOfOnlyRecord(to))
        .isEqualTo(Map.of("traceparent", List.of(CONTEXT)));
    jvm.finish();
  }
}
