package dev.gossamer.instrumentation.kafka;

import dev.gossamer.testing.app.TestApp;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** An application that sends and receives, on any version of kafka-clients. */
final class KafkaApp {
  /** A value that cannot be sent. */
  static final Object UNSERIALIZABLE = new Object();

  private KafkaApp() {}

  public static void main(String[] args) throws Exception {
    SendCommands.register();
    ConsumeCommands.register();
    TestApp.command("mock-producer", KafkaApp::mockProducer);
    TestApp.command("get", url -> "" + TestApp.get(url[0]));
    TestApp.serve();
    TestApp.awaitStop();
    System.exit(0);
  }

  /** The settings of every client, and the given ones. */
  static Map<String, Object> settings(String clientId, String... more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", System.getProperty("broker"));
    settings.put("client.id", clientId);
    settings.put("key.serializer", Text.class.getName());
    settings.put("value.serializer", Text.class.getName());
    settings.put("key.deserializer", Text.class.getName());
    settings.put("value.deserializer", Text.class.getName());
    // A consumer that closes waits for the broker to answer its next fetch, half a second by
    // default.
    settings.put("fetch.max.wait.ms", "20");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static String mockProducer(String[] topic) throws Exception {
    MockProducer<Object, Object> producer = new MockProducer<>(true, null, new Text(), new Text());
    ProducerRecord<Object, Object> record = new ProducerRecord<>(topic[0], "value");
    long offset = producer.send(record).get().offset();
    return offset + " " + (producer.history().get(0) == record) + " " + record.headers();
  }

  /** Anything as its text, bytes as they are. */
  public static final class Text implements Serializer<Object>, Deserializer<Object> {
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public byte[] serialize(String topic, Object data) {
      if (data == UNSERIALIZABLE) {
        throw new SerializationException("meant to be");
      }
      return data == null || data instanceof byte[]
          ? (byte[]) data
          : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object deserialize(String topic, byte[] data) {
      return data == null ? null : new String(data, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
  }
}
