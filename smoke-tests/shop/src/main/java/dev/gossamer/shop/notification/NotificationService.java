package dev.gossamer.shop.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gossamer.shop.launch.Launched;
import dev.gossamer.shop.wire.Json;
import dev.gossamer.shop.wire.Order;
import dev.gossamer.shop.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /notifications}: answers 202, and sends to Kafka from another thread. */
final class NotificationService {
  private static final Logger logger = LoggerFactory.getLogger(NotificationService.class);

  private final Producer<String, String> producer;
  private final ExecutorService sender = Executors.newSingleThreadExecutor();

  private NotificationService(Producer<String, String> producer) {
    this.producer = producer;
  }

  public static void main(String[] args) throws IOException {
    Launched.endWithDemo();
    Producer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Launched.setting("SHOP_BROKER")),
            new StringSerializer(),
            new StringSerializer());
    // The first request need not wait for the broker's answer to this.
    producer.partitionsFor(Topics.ORDERS);
    NotificationService service = new NotificationService(producer);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/notifications", service::accept);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
    Launched.ready(server.getAddress().getPort());
  }

  private void accept(HttpExchange exchange) throws IOException {
    Order order = Json.read(exchange.getRequestBody(), Order.class);
    sender.execute(() -> send(order));
    Json.answer(exchange, 202, Map.of("accepted", order.id()));
  }

  private void send(Order order) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(Topics.ORDERS, String.valueOf(order.id()), Json.write(order));
    producer.send(
        message,
        (metadata, failure) -> {
          if (failure == null) {
            logger.info("order {} announced", order.id());
          } else {
            logger.error("order {} not announced", order.id(), failure);
          }
        });
  }
}
