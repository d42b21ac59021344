package dev.gossamer.shop.email;

import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Json;
import dev.gossamer.shop.wire.Order;
import dev.gossamer.shop.wire.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads orders from Kafka and puts a mail for each into the outbox, a table. */
final class EmailWorker {
  private static final Logger logger = LoggerFactory.getLogger(EmailWorker.class);
  private static final String OUTBOX = "INSERT INTO email (address, subject) VALUES (?, ?)";

  private EmailWorker() {}

  public static void main(String[] args) throws SQLException {
    Launched.endWithDemo();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            Launched.setting("SHOP_BROKER"),
            "group.id",
            "email-worker",
            "auto.offset.reset",
            "earliest");
    try (Consumer<String, String> consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        Connection database = DriverManager.getConnection(Launched.setting("SHOP_DATABASE"));
        PreparedStatement outbox = database.prepareStatement(OUTBOX)) {
      consumer.subscribe(List.of(Topics.ORDERS));
      Launched.ready(0);
      while (true) {
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(1))) {
          mail(outbox, Json.read(message.value(), Order.class));
        }
      }
    }
  }

  private static void mail(PreparedStatement outbox, Order order) throws SQLException {
    String total = String.format(Locale.ROOT, "%d.%02d", order.cents() / 100, order.cents() % 100);
    outbox.setString(1, order.email());
    outbox.setString(2, "Your order " + order.id() + " over " + total);
    outbox.executeUpdate();
    logger.info("order {} mailed", order.id());
  }
}
