package dev.gossamer.instrumentation.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gossamer.testing.app.TestApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The ways to send a record, and to fail at it. */
final class SendCommands {
  private static final KafkaProducer<Object, Object> PRODUCER =
      new KafkaProducer<>(KafkaApp.settings("app-producer"));

  private SendCommands() {}

  static void register() {
    TestApp.command("send", a -> send(PRODUCER, record(a[0], key(a[1], a[2]), a[3])));
    TestApp.command("send-tombstone", a -> send(PRODUCER, record(a[0], a[1], null)));
    TestApp.command("send-to-partition", SendCommands::sendToPartition);
    TestApp.command("send-callback", SendCommands::sendWithCallback);
    TestApp.command("send-throwing-callback", SendCommands::sendWithThrowingCallback);
    TestApp.command("send-twice", SendCommands::sendTwice);
    TestApp.command("send-read-only", SendCommands::sendReadOnly);
    TestApp.command("send-with-header", SendCommands::sendWithHeader);
    TestApp.command("send-own-record", SendCommands::sendOwnRecord);
    TestApp.command("send-intercepted", SendCommands::sendIntercepted);
    TestApp.command("send-null", a -> fail(PRODUCER, null));
    TestApp.command(
        "send-unserializable", a -> fail(PRODUCER, record(a[0], "key", KafkaApp.UNSERIALIZABLE)));
    TestApp.command("send-too-large", SendCommands::sendTooLarge);
    TestApp.command("send-to-nowhere", SendCommands::sendToNowhere);
    TestApp.command("send-closed", SendCommands::sendClosed);
    TestApp.command("two-brokers", SendCommands::sendWithTwoBrokersNamed);
  }

  private static ProducerRecord<Object, Object> record(String topic, Object key, Object value) {
    return new ProducerRecord<>(topic, key, value);
  }

  private static Object key(String kind, String text) {
    return switch (kind) {
      case "string" -> text;
      case "integer" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "double" -> Double.valueOf(text);
      case "uuid" -> UUID.fromString(text);
      case "bytes" -> text.getBytes(UTF_8);
      case "object" -> List.of(text);
      default -> null;
    };
  }

  static String send(String topic, Object value) throws Exception {
    return send(PRODUCER, record(topic, null, value));
  }

  private static String send(
      KafkaProducer<Object, Object> producer, ProducerRecord<Object, Object> record)
      throws Exception {
    return print(producer.send(record).get(20, TimeUnit.SECONDS));
  }

  private static String print(RecordMetadata metadata) {
    return metadata.topic() + "-" + metadata.partition() + "@" + metadata.offset();
  }

  private static String headers(ProducerRecord<?, ?> record) {
    List<String> names = new ArrayList<>();
    for (Header header : record.headers()) {
      names.add(header.key());
    }
    return names.toString();
  }

  private static String sendToPartition(String[] args) throws Exception {
    return send(
        PRODUCER, new ProducerRecord<>(args[0], Integer.valueOf(args[1]), null, args[2], args[3]));
  }

  private static String sendWithCallback(String[] args) throws Exception {
    LinkedBlockingQueue<String> called = new LinkedBlockingQueue<>();
    PRODUCER.send(
        record(args[0], "key", "value"),
        (metadata, thrown) -> {
          String thread = Thread.currentThread().getName();
          called.add(
              get(args[1])
                  + " "
                  + print(metadata)
                  + " "
                  + thrown
                  + " "
                  + thread.startsWith("kafka-producer-network-thread"));
        });
    return called.poll(20, TimeUnit.SECONDS);
  }

  private static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sendWithThrowingCallback(String[] args) throws Exception {
    Future<RecordMetadata> sent =
        PRODUCER.send(
            record(args[0], "key", "value"),
            (metadata, thrown) -> {
              throw new IllegalStateException("meant to be");
            });
    return print(sent.get(20, TimeUnit.SECONDS));
  }

  private static String sendTwice(String[] args) throws Exception {
    ProducerRecord<Object, Object> record = record(args[0], "key", "value");
    return send(PRODUCER, record) + " " + send(PRODUCER, record) + " " + headers(record);
  }

  private static String sendReadOnly(String[] args) throws Exception {
    ProducerRecord<Object, Object> record = record(args[0], "key", "value");
    record.headers().add("own", new byte[] {1});
    ((RecordHeaders) record.headers()).setReadOnly();
    return send(PRODUCER, record) + " " + headers(record);
  }

  private static String sendWithHeader(String[] args) throws Exception {
    ProducerRecord<Object, Object> record = record(args[0], "key", "value");
    record.headers().add(args[1], args[2].getBytes(UTF_8));
    return send(PRODUCER, record) + " " + headers(record);
  }

  private static String sendOwnRecord(String[] args) throws Exception {
    Interceptor.SEEN.clear();
    try (KafkaProducer<Object, Object> producer = intercepted()) {
      send(producer, new OwnRecord(args[0]));
    }
    return Interceptor.SEEN.toString();
  }

  private static String sendIntercepted(String[] args) throws Exception {
    Interceptor.SEEN.clear();
    try (KafkaProducer<Object, Object> producer = intercepted()) {
      send(producer, record(args[0], "key", "value"));
    }
    return Interceptor.SEEN.toString();
  }

  private static KafkaProducer<Object, Object> intercepted() {
    return new KafkaProducer<>(
        KafkaApp.settings(
            "intercepted-producer", "interceptor.classes", Interceptor.class.getName()));
  }

  private static String sendTooLarge(String[] args) throws Exception {
    try (KafkaProducer<Object, Object> producer =
        new KafkaProducer<>(KafkaApp.settings("app-producer", "max.request.size", "1000"))) {
      return fail(producer, record(args[0], "key", "x".repeat(2000)));
    }
  }

  private static String sendToNowhere(String[] args) throws Exception {
    try (KafkaProducer<Object, Object> producer =
        new KafkaProducer<>(KafkaApp.settings("app-producer", "max.block.ms", "300"))) {
      return fail(producer, record(args[0], "key", "value"));
    }
  }

  private static String sendClosed(String[] args) throws Exception {
    KafkaProducer<Object, Object> producer = new KafkaProducer<>(KafkaApp.settings("app-producer"));
    producer.close();
    return fail(producer, record(args[0], "key", "value"));
  }

  private static String sendWithTwoBrokersNamed(String[] args) throws Exception {
    String broker = System.getProperty("broker");
    try (KafkaProducer<Object, Object> producer =
        new KafkaProducer<>(
            KafkaApp.settings("two-brokers", "bootstrap.servers", broker + ",127.0.0.1:1"))) {
      return send(producer, record(args[0], "key", "value"));
    }
  }

  /** What the application sees of a failure: what is thrown, called back, and in the future. */
  private static String fail(
      KafkaProducer<Object, Object> producer, ProducerRecord<Object, Object> record)
      throws Exception {
    List<String> called = new ArrayList<>();
    CountDownLatch callback = new CountDownLatch(1);
    String how;
    try {
      Future<RecordMetadata> future =
          producer.send(
              record,
              (metadata, thrown) -> {
                called.add(thrown.getClass().getSimpleName());
                callback.countDown();
              });
      callback.await(20, TimeUnit.SECONDS);
      how = "failed " + future.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      how = "failed " + e.getCause().getClass().getSimpleName();
    } catch (RuntimeException e) {
      how = "threw " + e.getClass().getSimpleName();
    }
    return how + " " + called;
  }

  /** A record of the application's own class. */
  private static final class OwnRecord extends ProducerRecord<Object, Object> {
    OwnRecord(String topic) {
      super(topic, "key", "value");
    }
  }

  /** Writes down what it is given, and gives records a header. */
  public static final class Interceptor implements ProducerInterceptor<Object, Object> {
    static final List<String> SEEN = new ArrayList<>();

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
      SEEN.add("send " + record.getClass().getSimpleName() + " " + record.value());
      record.headers().add("intercepted", new byte[] {1});
      return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception thrown) {
      SEEN.add("acknowledged " + metadata.offset() + " " + thrown);
    }

    @Override
    public void close() {}
  }
}
