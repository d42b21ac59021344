package dev.gossamer.instrumentation.kafka;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises sending, polling, and the ways in which an application gets at polled records. */
public final class KafkaInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("kafka", "kafka-clients").supports("kafka-clients", "2.1 to 4.x");

    it.onType("org.apache.kafka.clients.producer.KafkaProducer")
        .carryState()
        .advise(
            constructor().takesFirst("org.apache.kafka.clients.producer.ProducerConfig"),
            NewProducerAdvice.class)
        // 2.1 to 2.4 have no constructor of the former kind.
        .advise(constructor().takesFirst("java.util.Map"), NewProducerAdvice.class)
        .advise(
            method("send")
                .takes(
                    "org.apache.kafka.clients.producer.ProducerRecord",
                    "org.apache.kafka.clients.producer.Callback"),
            SendAdvice.class);

    it.onType("org.apache.kafka.clients.consumer.KafkaConsumer")
        .carryState()
        .advise(
            constructor().takesFirst("org.apache.kafka.clients.consumer.ConsumerConfig"),
            NewConsumerAdvice.class)
        .advise(method("poll").takes("java.time.Duration"), PollAdvice.class)
        .advise(method("poll").takes("long"), PollAdvice.class)
        .advise(method("close"), CloseAdvice.class);

    it.onType("org.apache.kafka.clients.consumer.KafkaShareConsumer")
        .carryState()
        .advise(
            constructor().takesFirst("org.apache.kafka.clients.consumer.ShareConsumerConfig"),
            NewConsumerAdvice.class)
        .advise(
            constructor().takesFirst("org.apache.kafka.clients.consumer.ConsumerConfig"),
            NewConsumerAdvice.class)
        .advise(method("poll").takes("java.time.Duration"), PollAdvice.class)
        .advise(method("close"), CloseAdvice.class);

    it.onType("org.apache.kafka.clients.consumer.ConsumerRecords")
        .carryState()
        .advise(method("iterator").takes(), IteratorAdvice.class)
        .advise(method("records").takes("org.apache.kafka.common.TopicPartition"), ListAdvice.class)
        .advise(method("records").takes("java.lang.String"), IterableAdvice.class);
  }
}
