package dev.gossamer.instrumentation.kafka;

import dev.gossamer.testing.servers.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker that all tests of this module share; it ends with them. */
final class TestBroker {
  private static final KafkaBroker BROKER = KafkaBroker.start();
  private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", address()));
  private static final AtomicInteger TOPICS = new AtomicInteger();

  private TestBroker() {}

  static String address() {
    return BROKER.bootstrapServers();
  }

  static int port() {
    return Integer.parseInt(address().substring(address().lastIndexOf(':') + 1));
  }

  /** The name of a topic that no other test has. */
  static String topic(int partitions) {
    String name = "topic-" + TOPICS.incrementAndGet();
    try {
      ADMIN
          .createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("topic " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return name;
  }

  /** Sends a record as a producer without any agent does. */
  static void send(String topic, String value, Map<String, String> headers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", address(),
            "key.serializer", StringSerializer.class,
            "value.serializer", StringSerializer.class);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      ProducerRecord<String, String> record = new ProducerRecord<>(topic, value);
      headers.forEach(
          (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      producer.send(record);
    }
  }

  /** The headers of a topic's only record, as a consumer without any agent sees them. */
  static Map<String, List<String>> headersOfOnlyRecord(String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", address(),
            "key.deserializer", ByteArrayDeserializer.class,
            "value.deserializer", ByteArrayDeserializer.class);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(20));
      if (records.count() != 1) {
        throw new AssertionError(records.count() + " records in " + topic);
      }
      Map<String, List<String>> headers = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        for (Header header : record.headers()) {
          headers
              .computeIfAbsent(header.key(), name -> new ArrayList<>())
              .add(new String(header.value(), StandardCharsets.UTF_8));
        }
      }
      return headers;
    }
  }
}
