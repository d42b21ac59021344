package dev.gossamer.testing.servers;

import org.testcontainers.kafka.KafkaContainer;

/** The broker in a container. Loaded only where Testcontainers is on the class path. */
final class KafkaContainerBroker {
  private KafkaContainerBroker() {}

  static KafkaBroker start(String image) {
    KafkaContainer container =
        new KafkaContainer(image)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    container.start();
    return new KafkaBroker(container.getBootstrapServers(), container::stop);
  }
}
