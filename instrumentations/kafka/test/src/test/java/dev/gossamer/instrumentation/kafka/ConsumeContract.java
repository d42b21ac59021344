package dev.gossamer.instrumentation.kafka;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What receiving leaves behind: a span a poll, and one for each record in the application's hands.
 */
class ConsumeContract extends KafkaContract {
  ConsumeContract(String clients) {
    super(clients);
  }

  @Test
  void pollAndProcessSpansSayWhatTheyKnow() {
    String topic = TestBroker.topic(1);
    call("send", topic, "string", "one", "a");
    SpanRecord sent = agent.traces().exactly(trace(send(topic))).get(0).spans().get(0);

    assertThat(call("all", topic, "1", url())).isEqualTo("[" + topic + ":a]");

    agent
        .traces()
        .exactly(
            trace(
                poll("poll " + topic, List.of(sent))
                    .root()
                    .attribute("messaging.destination.name", topic)
                    .attribute("messaging.consumer.group.name", "app-group")
                    .attribute("server.address", "localhost")
                    .attribute("server.port", TestBroker.port())
                    .noOtherAttributes()),
            trace(
                process(topic, sent)
                    .attribute("messaging.client.id", "app-consumer")
                    .attribute("messaging.consumer.group.name", "app-group")
                    .attribute("messaging.destination.partition.id", "0")
                    .attribute("messaging.kafka.offset", 0)
                    .attribute("messaging.kafka.message.key", "one")
                    .attribute("server.address", "localhost")
                    .attribute("server.port", TestBroker.port())
                    .noOtherAttributes(),
                get().childOf(0)),
            trace(lonelyGet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "topic", "partition", "stream", "workers", "hop"})
  void eachRecordIsProcessedUntilTheNextIsAskedFor(String way) {
    String topic = TestBroker.topic(1);
    List<SpanRecord> sent = sent(topic, "a", "b", "c");

    assertThat(call(way, topic, "3", url()))
        .isEqualTo("[" + topic + ":a, " + topic + ":b, " + topic + ":c]");

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, sent).root()),
            trace(process(topic, sent.get(0)), get().childOf(0)),
            trace(process(topic, sent.get(1)), get().childOf(0)),
            trace(process(topic, sent.get(2)), get().childOf(0)),
            trace(lonelyGet()));
  }

  @Test
  void processSpansDoNotOverlap() {
    String topic = TestBroker.topic(1);
    sent(topic, "a", "b");

    call("all", topic, "2", url());

    agent.receiver().settle();
    List<SpanRecord> processed =
        agent.receiver().unclaimed().stream()
            .filter(span -> span.name().startsWith("process"))
            .toList();
    assertThat(processed).hasSize(2);
    assertThat(processed.get(0).endNanos()).isLessThanOrEqualTo(processed.get(1).startNanos());
    agent.receiver().claimAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "copies"})
  void takingRecordsInAWayThatHasNoEndIsNotProcessing(String way) {
    String topic = TestBroker.topic(1);
    List<SpanRecord> sent = sent(topic, "a", "b");

    call(way, topic, "2", url());

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, sent).root()),
            trace(lonelyGet()),
            trace(lonelyGet()),
            trace(lonelyGet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "poll-after-first"})
  void aLoopThatIsLeftEarlyEndsWithTheNextPollOrClose(String way) {
    String topic = TestBroker.topic(1);
    List<SpanRecord> sent = sent(topic, "a", "b");

    assertThat(call(way, topic, "2", url())).isEqualTo("[" + topic + ":a]");

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, sent).root()),
            trace(process(topic, sent.get(0)), get().childOf(0)),
            trace(lonelyGet()));
  }

  @Test
  void anotherConsumerInTheLoopDoesNotEndTheProcessing() {
    String topic = TestBroker.topic(1);
    SpanRecord sent = sent(topic, "a").get(0);

    call("nested", topic, "1", url());

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, List.of(sent)).root()),
            trace(
                process(topic, sent).attribute("messaging.consumer.group.name", "app-group"),
                poll("poll " + topic, List.of(sent)).childOf(0),
                process(topic, sent).noAttributes("messaging.consumer.group.name"),
                get().childOf(2),
                get().childOf(0)),
            trace(lonelyGet()));
  }

  @Test
  void aPollOfTwoTopicsNamesNone() {
    String one = TestBroker.topic(1);
    String two = TestBroker.topic(1);
    SpanRecord first = sent(one, "a").get(0);
    SpanRecord second = sent(two, "b").get(0);

    call("all", one + "," + two, "2", url());

    agent
        .traces()
        .exactly(
            trace(
                poll("poll", List.of(first, second))
                    .root()
                    .noAttributes("messaging.destination.name")),
            trace(process(one, first), get().childOf(0)),
            trace(process(two, second), get().childOf(0)),
            trace(lonelyGet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "workers"})
  void theRecordsOfEachPartitionAreProcessed(String way) {
    String topic = TestBroker.topic(2);
    call("send-to-partition", topic, "0", "key", "a");
    SpanRecord first = agent.traces().exactly(trace(send(topic))).get(0).spans().get(0);
    call("send-to-partition", topic, "1", "key", "b");
    SpanRecord second = agent.traces().exactly(trace(send(topic))).get(0).spans().get(0);

    call(way, topic, "2", url());

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, List.of(first, second)).root()),
            trace(process(topic, first), get().childOf(0)),
            trace(
                process(topic, second).attribute("messaging.destination.partition.id", "1"),
                get().childOf(0)),
            trace(lonelyGet()));
  }

  @Test
  void aPollThatBringsNothingIsNoSpan() {
    assertThat(call("poll-nothing", TestBroker.topic(1))).isEqualTo("0");

    agent.traces().none();
  }

  @Test
  void aPollInARequestBelongsToIt() {
    String topic = TestBroker.topic(1);
    SpanRecord sent = sent(topic, "a").get(0);

    agent.jvm().callUnderSpan(null, "all", topic, "1", url());

    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                poll("poll " + topic, List.of(sent)).childOf(0),
                get().childOf(0)),
            trace(process(topic, sent), get().childOf(0)));
  }

  @Test
  void aRequestThatLeavesTheLoopEarlyLeavesNothingToTheNext() {
    String topic = TestBroker.topic(1);
    List<SpanRecord> sent = sent(topic, "a", "b");

    agent.jvm().callUnderSpan(null, "first", topic, "2", url());
    agent
        .traces()
        .exactly(
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                poll("poll " + topic, sent).childOf(0),
                get().childOf(0)),
            trace(process(topic, sent.get(0)), get().childOf(0)));

    agent.jvm().callUnderSpan(null, "get", url());
    agent.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root(), get().childOf(0)));
  }

  @Test
  void aConsumerOfAGroupProcessesToo() {
    String topic = TestBroker.topic(1);
    SpanRecord sent = sent(topic, "a").get(0);

    assertThat(call("group", topic, "1", url(), topic + "-group", "max.poll.records", "10"))
        .isEqualTo("[" + topic + ":a] 1");

    agent
        .traces()
        .exactly(
            trace(
                poll("poll " + topic, List.of(sent))
                    .attribute("messaging.consumer.group.name", topic + "-group")),
            trace(
                process(topic, sent).attribute("messaging.consumer.group.name", topic + "-group"),
                get().childOf(0)));
  }

  @Test
  void aConsumerOfTheNewProtocolProcessesToo() {
    assumeThat(isLatest()).isTrue();
    String topic = TestBroker.topic(1);
    SpanRecord sent = sent(topic, "a").get(0);

    assertThat(call("group", topic, "1", url(), topic + "-group", "group.protocol", "consumer"))
        .isEqualTo("[" + topic + ":a] 1");

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, List.of(sent))),
            trace(process(topic, sent), get().childOf(0)));
  }

  @Test
  void theOldPollIsAPoll() {
    assumeThat(isLatest()).as("4.0 removed it").isFalse();
    String topic = TestBroker.topic(1);
    SpanRecord sent = sent(topic, "a").get(0);

    call("poll-millis", topic, "1", url());

    agent
        .traces()
        .exactly(
            trace(
                poll("poll " + topic, List.of(sent)).noAttributes("messaging.consumer.group.name")),
            trace(process(topic, sent), get().childOf(0)));
  }

  @Test
  void interceptorsSeeTheRecordsWithoutProcessingThem() {
    String topic = TestBroker.topic(1);
    SpanRecord sent = sent(topic, "a").get(0);

    assertThat(call("intercepted", topic, "1", url())).isEqualTo("[" + topic + ":a] [consumed a]");

    agent
        .traces()
        .exactly(
            trace(poll("poll " + topic, List.of(sent))),
            trace(process(topic, sent), get().childOf(0)));
  }

  @Test
  void whatIsSentWhileARecordIsProcessedBelongsToIt() {
    String from = TestBroker.topic(1);
    String to = TestBroker.topic(1);
    SpanRecord sent = sent(from, "a").get(0);

    assertThat(call("forward", from, to)).isEqualTo("[" + to + "-0@0]");

    agent
        .traces()
        .exactly(
            trace(poll("poll " + from, List.of(sent))),
            trace(process(from, sent), send(to).childOf(0)));
  }

  @Test
  void aRecordWithoutContextIsProcessedInATraceOfItsOwn() {
    String topic = TestBroker.topic(1);
    TestBroker.send(topic, "a", Map.of());

    call("all", topic, "1", url());

    agent
        .traces()
        .exactly(
            trace(span("poll " + topic).kind(SpanKind.CLIENT).root()),
            trace(span("process " + topic).kind(SpanKind.CONSUMER).root(), get().childOf(0)),
            trace(lonelyGet()));
  }

  @Test
  void aMockedConsumerIsNoConsumer() {
    assertThat(call("mock-consumer", "topic", url())).isEqualTo("[topic:value]");

    agent.traces().exactly(trace(lonelyGet()));
  }
}
