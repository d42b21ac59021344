package dev.gossamer.instrumentation.kafka;

import dev.gossamer.testing.app.TestApp;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;

/** An application of Kafka Streams that turns values round on their way between two topics. */
final class StreamsApp {
  private StreamsApp() {}

  public static void main(String[] args) throws Exception {
    StreamsBuilder builder = new StreamsBuilder();
    builder.<String, String>stream(args[0])
        .mapValues(value -> new StringBuilder(value).reverse().toString())
        .to(args[1]);
    Properties settings = new Properties();
    settings.put("application.id", "app-" + args[0]);
    settings.put("bootstrap.servers", System.getProperty("broker"));
    settings.put("default.key.serde", Serdes.String().getClass().getName());
    settings.put("default.value.serde", Serdes.String().getClass().getName());
    settings.put("auto.offset.reset", "earliest");
    settings.put("state.dir", args[2]);
    try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
      streams.start();
      TestApp.ready(0);
      TestApp.awaitStop();
    }
    System.exit(0);
  }
}
