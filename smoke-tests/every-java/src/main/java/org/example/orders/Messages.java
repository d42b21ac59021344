package org.example.orders;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells of orders through Kafka; a thread of its own hears of them and looks the book up. */
final class Messages implements Step, AutoCloseable {
  private static final StringSerializer TO_BYTES = new StringSerializer();
  private static final StringDeserializer TO_TEXT = new StringDeserializer();

  private final String topic;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final Thread listener = new Thread(this::listen, "listener");

  Messages(String topic, String broker) {
    this.topic = topic;
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker);
    producer = new KafkaProducer<>(settings, TO_BYTES, TO_BYTES);
    settings.put("fetch.max.wait.ms", "20");
    consumer = new KafkaConsumer<>(settings, TO_TEXT, TO_TEXT);
    List<TopicPartition> partitions = Collections.singletonList(new TopicPartition(topic, 0));
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Only now does it ask for the end.
    consumer.position(partitions.get(0));
    listener.start();
  }

  @Override
  public String order(int book) throws Exception {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic, "" + book);
    return "told:" + producer.send(record).get(30, TimeUnit.SECONDS).partition();
  }

  private void listen() {
    Books books = new Books();
    try {
      while (true) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          System.out.println("heard of " + books.order(Integer.parseInt(record.value())));
        }
      }
    } catch (WakeupException e) {
      // The way to end it.
    } catch (Exception e) {
      System.out.println("listener: " + e);
    } finally {
      consumer.close();
    }
  }

  @Override
  public void close() throws InterruptedException {
    producer.close();
    consumer.wakeup();
    listener.join();
  }
}
