package dev.gossamer.instrumentation.kafka;

import dev.gossamer.testing.app.TestApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** The ways to walk through polled records. */
final class ConsumeCommands {
  private ConsumeCommands() {}

  /** What is done with the records of one poll. */
  private interface Way {
    void handle(ConsumerRecords<Object, Object> records, Work work) throws Exception;
  }

  /** What the application does with one record. */
  private static final class Work {
    private final String url;
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    Work(String url) {
      this.url = url;
    }

    void on(ConsumerRecord<Object, Object> record) {
      try {
        TestApp.get(url);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      done.add(record.topic() + ":" + record.value());
    }
  }

  static void register() {
    way("all", (records, work) -> records.forEach(work::on));
    way("topic", ConsumeCommands::byTopic);
    way("partition", ConsumeCommands::byPartition);
    way("stream", ConsumeCommands::byStream);
    way("index", ConsumeCommands::byIndex);
    way("copies", ConsumeCommands::byCopies);
    way("workers", ConsumeCommands::byWorkers);
    way("hop", ConsumeCommands::hoppingThreads);
    way("first", (records, work) -> work.on(records.iterator().next()));
    way("nested", ConsumeCommands::nested);
    TestApp.command("poll-nothing", ConsumeCommands::pollNothing);
    TestApp.command("poll-after-first", ConsumeCommands::pollAfterFirst);
    TestApp.command("poll-millis", ConsumeCommands::pollMillis);
    TestApp.command("group", ConsumeCommands::group);
    TestApp.command("intercepted", ConsumeCommands::intercepted);
    TestApp.command("mock-consumer", ConsumeCommands::mockConsumer);
    TestApp.command("forward", ConsumeCommands::forward);
  }

  /** Arguments of the command: topics, number of records that the first poll brings, URL. */
  private static void way(String name, Way way) {
    TestApp.command(
        name,
        args -> {
          Work work = new Work(args[2]);
          try (KafkaConsumer<Object, Object> consumer =
              assigned(args[0], "group.id", "app-group")) {
            way.handle(pollUntil(consumer, Integer.parseInt(args[1])), work);
          }
          TestApp.get(args[2] + "after");
          Collections.sort(work.done);
          return work.done.toString();
        });
  }

  private static KafkaConsumer<Object, Object> assigned(String topics, String... settings) {
    KafkaConsumer<Object, Object> consumer =
        new KafkaConsumer<>(KafkaApp.settings("app-consumer", settings));
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics.split(",", -1)) {
      for (int i = 0; i < consumer.partitionsFor(topic).size(); i++) {
        partitions.add(new TopicPartition(topic, i));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }

  /** The records of the first poll that brings any, which have to be this many. */
  private static ConsumerRecords<Object, Object> pollUntil(
      KafkaConsumer<Object, Object> consumer, int count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() - end < 0) {
      ConsumerRecords<Object, Object> records = consumer.poll(Duration.ofMillis(200));
      if (!records.isEmpty()) {
        if (records.count() != count) {
          throw new IllegalStateException(records.count() + " records, not " + count);
        }
        return records;
      }
    }
    throw new IllegalStateException("no record");
  }

  private static void byTopic(ConsumerRecords<Object, Object> records, Work work) {
    String topic = records.partitions().iterator().next().topic();
    for (ConsumerRecord<Object, Object> record : records.records(topic)) {
      work.on(record);
    }
  }

  private static void byPartition(ConsumerRecords<Object, Object> records, Work work) {
    for (TopicPartition partition : records.partitions()) {
      for (ConsumerRecord<Object, Object> record : records.records(partition)) {
        work.on(record);
      }
    }
  }

  private static void byStream(ConsumerRecords<Object, Object> records, Work work) {
    StreamSupport.stream(records.spliterator(), false).forEach(work::on);
  }

  private static void byIndex(ConsumerRecords<Object, Object> records, Work work) {
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<Object, Object>> list = records.records(partition);
      for (int i = 0; i < list.size(); i++) {
        work.on(list.get(i));
      }
    }
  }

  /** Nothing here is processing. */
  private static void byCopies(ConsumerRecords<Object, Object> records, Work work) {
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<Object, Object>> list = records.records(partition);
      List<ConsumerRecord<Object, Object>> copy = new ArrayList<>(list);
      boolean same =
          list.equals(copy)
              && list.hashCode() == copy.hashCode()
              && list.toString().equals(copy.toString())
              && list.contains(copy.get(0))
              && list.subList(0, 1).equals(copy.subList(0, 1))
              && list.stream().count() == copy.size();
      if (!same) {
        throw new IllegalStateException("not the same as its copy: " + list);
      }
      try {
        list.add(copy.get(0));
        throw new IllegalStateException("the list of records can be changed");
      } catch (UnsupportedOperationException e) {
        copy.forEach(work::on);
      }
    }
  }

  /** Each partition by a thread of its own, while the poller goes on. */
  private static void byWorkers(ConsumerRecords<Object, Object> records, Work work)
      throws Exception {
    ExecutorService workers = Executors.newCachedThreadPool();
    for (TopicPartition partition : records.partitions()) {
      workers.execute(() -> records.records(partition).forEach(work::on));
    }
    workers.shutdown();
    workers.awaitTermination(20, TimeUnit.SECONDS);
  }

  /** The first record on this thread, the others on another. */
  private static void hoppingThreads(ConsumerRecords<Object, Object> records, Work work)
      throws Exception {
    Iterator<ConsumerRecord<Object, Object>> iterator = records.iterator();
    work.on(iterator.next());
    Thread other = new Thread(() -> iterator.forEachRemaining(work::on));
    other.start();
    other.join();
  }

  /** Another consumer reads the same while each record is processed. */
  private static void nested(ConsumerRecords<Object, Object> records, Work work) {
    for (ConsumerRecord<Object, Object> record : records) {
      try (KafkaConsumer<Object, Object> other = assigned(record.topic())) {
        for (ConsumerRecord<Object, Object> again : pollUntil(other, records.count())) {
          work.on(again);
        }
      }
      work.on(record);
    }
  }

  private static String pollNothing(String[] args) {
    try (KafkaConsumer<Object, Object> consumer = assigned(args[0])) {
      return "" + consumer.poll(Duration.ofMillis(50)).count();
    }
  }

  /** Leaves the loop early; the next poll comes before anything else. */
  private static String pollAfterFirst(String[] args) throws Exception {
    Work work = new Work(args[2]);
    try (KafkaConsumer<Object, Object> consumer = assigned(args[0])) {
      for (ConsumerRecord<Object, Object> record : pollUntil(consumer, Integer.parseInt(args[1]))) {
        work.on(record);
        break;
      }
      consumer.poll(Duration.ofMillis(1));
      TestApp.get(args[2] + "after");
    }
    return work.done.toString();
  }

  @SuppressWarnings("unchecked")
  private static String pollMillis(String[] args) throws Exception {
    Work work = new Work(args[2]);
    try (KafkaConsumer<Object, Object> consumer = assigned(args[0])) {
      ConsumerRecords<Object, Object> records = ConsumerRecords.empty();
      while (records.isEmpty()) {
        records =
            (ConsumerRecords<Object, Object>)
                KafkaConsumer.class.getMethod("poll", long.class).invoke(consumer, 200L);
      }
      records.forEach(work::on);
    }
    return work.done.toString();
  }

  private static String group(String[] args) {
    Work work = new Work(args[2]);
    String[] settings = {
      "group.id", args[3], "auto.offset.reset", "earliest", args[4], args[5],
    };
    try (KafkaConsumer<Object, Object> consumer =
        new KafkaConsumer<>(KafkaApp.settings("app-consumer", settings))) {
      consumer.subscribe(List.of(args[0]));
      for (ConsumerRecord<Object, Object> record : pollUntil(consumer, Integer.parseInt(args[1]))) {
        work.on(record);
      }
      consumer.commitSync();
      TopicPartition partition = new TopicPartition(args[0], 0);
      return work.done + " " + consumer.position(partition);
    }
  }

  private static String intercepted(String[] args) {
    Work work = new Work(args[2]);
    Interceptor.SEEN.clear();
    try (KafkaConsumer<Object, Object> consumer =
        assigned(args[0], "interceptor.classes", Interceptor.class.getName())) {
      pollUntil(consumer, Integer.parseInt(args[1])).forEach(work::on);
    }
    return work.done + " " + Interceptor.SEEN;
  }

  @SuppressWarnings("deprecation") // the constructor that all versions have
  private static String mockConsumer(String[] args) throws Exception {
    TopicPartition partition = new TopicPartition(args[0], 0);
    Work work = new Work(args[1]);
    try (Consumer<Object, Object> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST)) {
      MockConsumer<Object, Object> mock = (MockConsumer<Object, Object>) consumer;
      mock.assign(List.of(partition));
      mock.updateBeginningOffsets(Map.of(partition, 0L));
      mock.addRecord(new ConsumerRecord<>(args[0], 0, 0, "key", "value"));
      mock.poll(Duration.ofMillis(10)).forEach(work::on);
    }
    return work.done.toString();
  }

  /** Sends on what it receives, as a new record. */
  private static String forward(String[] args) throws Exception {
    List<String> done = new ArrayList<>();
    try (KafkaConsumer<Object, Object> consumer = assigned(args[0])) {
      for (ConsumerRecord<Object, Object> record : pollUntil(consumer, 1)) {
        done.add(SendCommands.send(args[1], record.value()));
      }
    }
    return done.toString();
  }

  /** Iterates itself before the application does. */
  public static final class Interceptor implements ConsumerInterceptor<Object, Object> {
    static final List<String> SEEN = new ArrayList<>();

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
      for (ConsumerRecord<Object, Object> record : records) {
        SEEN.add("consumed " + record.value());
      }
      return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
  }
}
