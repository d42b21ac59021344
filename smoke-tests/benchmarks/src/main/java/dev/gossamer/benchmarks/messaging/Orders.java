package dev.gossamer.benchmarks.messaging;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code GET /orders?id=7} sends a record, which a thread of the same process takes. Arguments:
 * port, folder for Tomcat, address of the broker, topic.
 */
final class Orders {
  private Orders() {}

  public static void main(String[] arguments)
      throws LifecycleException, ExecutionException, InterruptedException {
    String topic = arguments[3];
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            arguments[2],
            "enable.auto.commit",
            "false",
            // As before Kafka 4: each message travels, and is polled, alone.
            "linger.ms",
            0,
            // What a client does every five minutes makes the JVM compile its network anew.
            "metadata.max.age.ms",
            1000,
            "connections.max.idle.ms",
            -1);
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    consume(topic, settings);

    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[1]);
    tomcat.setPort(Integer.parseInt(arguments[0]));
    Context context = tomcat.addContext("", arguments[1]);
    Tomcat.addServlet(
        context,
        "orders",
        new OrderServlet(
            topic, new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())));
    context.addServletMappingDecoded("/orders", "orders");
    tomcat.getConnector();
    tomcat.start();
    tomcat.getServer().await();
  }

  private static void consume(String topic, Map<String, Object> settings) {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    TopicPartition partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    AtomicLong characters = new AtomicLong();
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofSeconds(1))) {
                  characters.addAndGet(order.value().length());
                }
              }
            },
            "orders");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class OrderServlet extends HttpServlet {
    private final String topic;
    private final transient KafkaProducer<String, String> producer;

    OrderServlet(String topic, KafkaProducer<String, String> producer) {
      this.topic = topic;
      this.producer = producer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String id = request.getParameter("id");
      producer.send(new ProducerRecord<>(topic, id, "order " + id));
      response.setContentType("text/plain");
      response.getWriter().print("taken");
    }
  }
}
