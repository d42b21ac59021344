package dev.gossamer.instrumentation.kafka;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sending a record leaves behind: a span, a context in the record, and nothing else. */
class SendContract extends KafkaContract {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  /** The application as it is; started by the first test that compares with it. */
  private @Nullable AgentJvm plain;

  SendContract(String clients) {
    super(clients);
  }

  @Test
  void aSentRecordIsAProducerSpanThatKnowsWhereItWent() {
    String topic = TestBroker.topic(1);

    assertThat(call("send", topic, "string", "one", "value")).isEqualTo(topic + "-0@0");

    agent
        .traces()
        .exactly(
            trace(
                send(topic)
                    .root()
                    .attribute("messaging.client.id", "app-producer")
                    .attribute("messaging.destination.partition.id", "0")
                    .attribute("messaging.kafka.offset", 0)
                    .attribute("messaging.kafka.message.key", "one")
                    .attribute("server.address", "localhost")
                    .attribute("server.port", TestBroker.port())
                    .noOtherAttributes()));
  }

  @Test
  void theContextOfTheSpanIsInTheRecordOnce() {
    String topic = TestBroker.topic(1);

    SpanRecord sent = sent(topic, "value").get(0);

    assertThat(TestBroker.headersOfOnlyRecord(topic))
        .isEqualTo(
            Map.of("traceparent", List.of("00-" + sent.traceId() + "-" + sent.spanId() + "-03")));
  }

  @Test
  void baggageTravelsWithTheRecord() {
    String topic = TestBroker.topic(1);

    RawHttp.request("GET", "/call/send?" + topic + "&none&&value")
        .header("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
        .header("baggage", "tenant=blue")
        .send(agent.port());

    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).traceId(TRACE).parent(SPAN),
                send(topic).childOf(0)));
    assertThat(TestBroker.headersOfOnlyRecord(topic))
        .containsEntry("baggage", List.of("tenant=blue"))
        .containsOnlyKeys("traceparent", "baggage");
  }

  @Test
  void aCallbackRunsInTheContextOfTheSender() {
    String topic = TestBroker.topic(1);

    assertThat(agent.jvm().callUnderSpan(null, "send-callback", topic, url()))
        .isEqualTo("200 " + topic + "-0@0 null true");

    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                send(topic).childOf(0),
                get().childOf(0)));
  }

  @Test
  void aCallbackOutsideOfAnySpanRunsOutsideOfAnySpan() {
    String topic = TestBroker.topic(1);

    call("send-callback", topic, url());

    agent.traces().exactly(trace(send(topic).root()), trace(lonelyGet()));
  }

  @ParameterizedTest
  @CsvSource({
    "string, one, one",
    "integer, 7, 7",
    "long, 8, 8",
    "double, 1.5, 1.5",
    "uuid, 123e4567-e89b-12d3-a456-426614174000, 123e4567-e89b-12d3-a456-426614174000",
    "bytes, secret,",
    "object, secret,",
    "none, '',",
  })
  void aKeyIsRecordedWhereItHasATextForm(String kind, String key, String recorded) {
    String topic = TestBroker.topic(1);

    call("send", topic, kind, key, "value");

    SpanExpectation sent = send(topic).noAttributes("messaging.kafka.message.tombstone");
    agent
        .traces()
        .exactly(
            trace(
                recorded == null
                    ? sent.noAttributes("messaging.kafka.message.key")
                    : sent.attribute("messaging.kafka.message.key", recorded)));
  }

  @Test
  void aTombstoneSaysThatItIsOne() {
    String topic = TestBroker.topic(1);

    call("send-tombstone", topic, "key");

    agent.traces().exactly(trace(send(topic).attribute("messaging.kafka.message.tombstone", true)));
  }

  @Test
  void aChosenPartitionIsRecorded() {
    String topic = TestBroker.topic(3);

    assertThat(call("send-to-partition", topic, "2", "key", "value")).isEqualTo(topic + "-2@0");

    agent.traces().exactly(trace(send(topic).attribute("messaging.destination.partition.id", "2")));
  }

  @Test
  void ofSeveralBrokersNoneIsSaidToBeTheServer() {
    String topic = TestBroker.topic(1);

    call("two-brokers", topic);

    agent
        .traces()
        .exactly(
            trace(
                send(topic)
                    .attribute("messaging.client.id", "two-brokers")
                    .noAttributes("server.address", "server.port")));
  }

  @Test
  void theSameRecordSentTwiceIsTwoSpansAndKeepsItsHeaders() {
    String topic = TestBroker.topic(1);

    assertThat(call("send-twice", topic)).isEqualTo(topic + "-0@0 " + topic + "-0@1 []");

    agent.traces().exactly(trace(send(topic).root()), trace(send(topic).root()));
  }

  @Test
  void readOnlyHeadersDoNotKeepTheContextOut() {
    String topic = TestBroker.topic(1);

    assertThat(call("send-read-only", topic)).isEqualTo(topic + "-0@0 [own]");

    agent.traces().exactly(trace(send(topic).root()));
    assertThat(TestBroker.headersOfOnlyRecord(topic)).containsOnlyKeys("own", "traceparent");
  }

  @Test
  void aContextThatTheRecordCarriesStaysAndIsLinkedTo() {
    String topic = TestBroker.topic(1);
    String context = "00-" + TRACE + "-" + SPAN + "-01";

    call("send-with-header", topic, "traceparent", context);

    agent
        .traces()
        .exactly(
            trace(
                span("send " + topic)
                    .kind(SpanKind.CLIENT)
                    .root()
                    .matching("a trace of its own", span -> !span.traceId().equals(TRACE))
                    .link(TRACE, SPAN)));
    assertThat(TestBroker.headersOfOnlyRecord(topic))
        .isEqualTo(Map.of("traceparent", List.of(context)));
  }

  @Test
  void aContextThatIsNoneIsReplaced() {
    String topic = TestBroker.topic(1);

    call("send-with-header", topic, "traceparent", "no context");

    SpanRecord sent = agent.traces().exactly(trace(send(topic).root())).get(0).spans().get(0);
    assertThat(TestBroker.headersOfOnlyRecord(topic).get("traceparent"))
        .containsExactly("00-" + sent.traceId() + "-" + sent.spanId() + "-03");
  }

  @Test
  void interceptorsSeeTheRecordAndMayChangeIt() {
    String topic = TestBroker.topic(1);

    assertThat(call("send-intercepted", topic))
        .isEqualTo("[send ProducerRecord value, acknowledged 0 null]");

    agent.traces().exactly(trace(send(topic).root()));
    assertThat(TestBroker.headersOfOnlyRecord(topic))
        .containsOnlyKeys("intercepted", "traceparent");
  }

  @Test
  void aRecordOfTheApplicationsOwnClassStaysOne() {
    String topic = TestBroker.topic(1);

    assertThat(call("send-own-record", topic))
        .isEqualTo("[send OwnRecord value, acknowledged 0 null]");

    agent.traces().exactly(trace(send(topic).root()));
    assertThat(TestBroker.headersOfOnlyRecord(topic))
        .containsOnlyKeys("intercepted", "traceparent");
  }

  @ParameterizedTest
  @CsvSource({
    "send-too-large, org.apache.kafka.common.errors.RecordTooLargeException",
    "send-to-nowhere, org.apache.kafka.common.errors.TimeoutException",
    "send-unserializable, org.apache.kafka.common.errors.SerializationException",
    "send-closed, java.lang.IllegalStateException",
  })
  void aFailedSendIsAnError(String command, String type) {
    String topic = command.equals("send-to-nowhere") ? "nowhere" : TestBroker.topic(1);

    call(command, topic);

    agent
        .traces()
        .exactly(
            trace(
                send(topic)
                    .root()
                    .error(type)
                    .anyEvents()
                    .matching("one exception", span -> span.events().size() == 1)
                    .noAttributes("messaging.kafka.offset", "messaging.destination.partition.id")));
  }

  @Test
  void aCallbackThatThrowsDoesNotMakeTheSendingFail() {
    String topic = TestBroker.topic(1);

    assertThat(call("send-throwing-callback", topic)).isEqualTo(topic + "-0@0");

    agent.traces().exactly(trace(send(topic).root()));
  }

  @Test
  void aMockedProducerIsNoProducer() {
    assertThat(call("mock-producer", "topic"))
        .isEqualTo("0 true RecordHeaders(headers = [], isReadOnly = false)");

    agent.traces().none();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send-too-large",
        "send-to-nowhere",
        "send-unserializable",
        "send-closed",
        "send-null",
        "send-own-record",
        "send-intercepted"
      })
  void theApplicationSeesWhatItSeesWithoutTheAgent(String command) {
    String topic = command.equals("send-to-nowhere") ? "nowhere" : TestBroker.topic(1);
    String other = command.equals("send-to-nowhere") ? "nowhere" : TestBroker.topic(1);
    String with = call(command, topic);
    assertThat(with).isEqualTo(withoutAgent().call(command, other));
    agent.receiver().settle();
    agent.receiver().claimAll();
  }

  private AgentJvm withoutAgent() {
    AgentJvm started = plain;
    if (started == null) {
      started = app().withoutAgent().start();
      started.port();
      plain = started;
    }
    return started;
  }

  @AfterAll
  final void stopWithoutAgent() {
    AgentJvm started = plain;
    if (started != null) {
      started.close();
    }
  }
}
