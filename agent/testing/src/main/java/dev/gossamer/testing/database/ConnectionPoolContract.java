package dev.gossamer.testing.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.MetricRecord.Kind;
import dev.gossamer.testing.MetricRecord.PointRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Metrics of a library's connection pools, which {@code ConnectionPoolApp} opens. What the library
 * cannot tell must not be there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectionPoolContract {
  private static final String PREFIX = "db.client.connection.";
  private static final String NAME = PREFIX + "pool.name";

  /** The application under the agent. */
  @RegisterExtension
  protected final AgentExtension agent =
      AgentExtension.shared(
          () -> application().metrics().env("OTEL_METRIC_EXPORT_INTERVAL", "200"));

  /** An application that runs {@code ConnectionPoolApp}. */
  protected abstract AgentJvmBuilder application();

  /** Name of the instrumentation. */
  protected abstract String instrumentation();

  /** What is said of limits, by the part of the metric's name that differs. */
  protected abstract Map<String, Integer> limits();

  /** What is told of events, the same way: timeouts, and how long things took. */
  protected abstract Set<String> events();

  @Test
  void aPoolTellsWhatItHoldsAndWhatItMay() {
    open("held", "held");
    assertThat(call("borrow", "held")).isEqualTo("1");
    assertThat(call("borrow", "held")).isEqualTo("2");
    MetricRecord count = awaitPoint("count", "held", "used", point -> point.value() == 2);
    assertThat(count.unit()).isEqualTo("{connection}");
    assertThat(count.description())
        .isEqualTo(
            "The number of connections that are currently in state described by the state"
                + " attribute.");
    assertThat(count.kind()).isEqualTo(Kind.SUM);
    assertThat(count.monotonic()).isFalse();
    assertThat(count.scope()).isEqualTo("dev.gossamer." + instrumentation());
    assertThat(count.schemaUrl()).isEqualTo("https://opentelemetry.io/schemas/1.41.0");
    limits()
        .forEach((limit, most) -> awaitPoint(limit, "held", null, point -> point.value() == most));
    call("give-back", "held");
    call("give-back", "held");
    awaitPoint("count", "held", "used", point -> point.value() == 0);
    awaitPoint("count", "held", "idle", point -> point.value() >= 2);

    Set<String> expected = new TreeSet<>(limits().keySet());
    expected.addAll(List.of("count", "pending_requests"));
    expected.addAll(events());
    expected.remove("timeouts");
    assertThat(namesOf("held")).isEqualTo(expected);
    call("close", "held");
  }

  @Test
  void whoWaitsIsCountedAndSoIsWhoWaitedInVain() throws Exception {
    open("full", "full");
    for (int i = 0; i < 3; i++) {
      call("borrow", "full");
    }
    // Each waits for a second; the exports are more frequent.
    Thread waiting = new Thread(() -> whileWaiting());
    waiting.start();
    MetricRecord pending =
        awaitPoint("pending_requests", "full", null, point -> point.value() == 1);
    assertThat(pending.unit()).isEqualTo("{request}");
    waiting.join();
    if (events().contains("timeouts")) {
      MetricRecord timeouts = awaitPoint("timeouts", "full", null, point -> point.value() >= 1);
      assertThat(timeouts.unit()).isEqualTo("{timeout}");
      assertThat(timeouts.monotonic()).isTrue();
    }
    for (int i = 0; i < 3; i++) {
      call("give-back", "full");
    }
    call("close", "full");
  }

  private void whileWaiting() {
    for (int i = 0; i < 3; i++) {
      assertThat(call("borrow", "full")).startsWith("threw java.sql.SQL");
    }
  }

  @Test
  void whatTakesTimeIsTimed() {
    open("timed", "timed");
    for (int i = 0; i < 5; i++) {
      assertThat(call("borrow", "timed")).isEqualTo("1");
      call("give-back", "timed");
    }
    assertThat(events()).contains("wait_time", "use_time");
    for (String time : List.of("wait_time", "use_time")) {
      MetricRecord metric = awaitPoint(time, "timed", null, point -> point.count() == 5);
      assertThat(metric.unit()).isEqualTo("s");
      assertThat(metric.kind()).isEqualTo(Kind.HISTOGRAM);
      PointRecord point = requireNonNull(point(metric, "timed", null));
      assertThat(point.bounds()).startsWith(0.001).endsWith(10.0);
      assertThat(point.value()).isPositive().isLessThan(30);
    }
    if (events().contains("create_time")) {
      awaitPoint("create_time", "timed", null, point -> point.count() >= 1 && point.value() > 0);
    }
    call("close", "timed");
  }

  @Test
  void poolsOfOneNameAreAddedUp() {
    open("twin-1", "twins");
    open("twin-2", "twins");
    call("borrow", "twin-1");
    call("borrow", "twin-2");
    call("borrow", "twin-2");
    awaitPoint("count", "twins", "used", point -> point.value() == 3);
    Integer max = limits().get("max");
    if (max != null) {
      awaitPoint("max", "twins", null, point -> point.value() == 2 * max);
    }
    for (String twin : List.of("twin-1", "twin-2", "twin-2")) {
      call("give-back", twin);
    }
    call("close", "twin-1");
    call("close", "twin-2");
  }

  @Test
  void aPoolWithoutANameHasThatOfItsDatabase() {
    call("open", "unnamed", "", "jdbc:h2:mem:nameless");
    call("borrow", "unnamed");
    awaitPoint("count", nameOfUnnamed("nameless"), "used", point -> point.value() == 1);
    call("give-back", "unnamed");
    call("close", "unnamed");
  }

  /** What a pool of this database is called that has no name; its library may know one. */
  protected String nameOfUnnamed(String database) {
    return database;
  }

  @Test
  void theLastPointOfAPoolIsBeforeItIsClosed() {
    open("kept", "kept");
    open("ended", "ended");
    call("borrow", "kept");
    call("borrow", "ended");
    awaitPoint("count", "ended", "used", point -> point.value() == 1);
    call("give-back", "ended");
    call("close", "ended");
    int before = agent.receiver().metrics().size();
    agent
        .receiver()
        .await(
            "an export without the closed pool",
            () -> {
              List<MetricRecord> all = agent.receiver().metrics();
              return all.subList(before, all.size()).stream()
                  .filter(metric -> metric.name().equals(PREFIX + "count"))
                  .filter(metric -> point(metric, "kept", "used") != null)
                  .filter(metric -> point(metric, "ended", "used") == null)
                  .findFirst()
                  .orElse(null);
            });
    call("give-back", "kept");
    call("close", "kept");
  }

  @Test
  protected void anApplicationThatIsUndeployedIsLetGo() {
    assertThat(call("undeploy", "undeployed", "jdbc:h2:mem:undeployed")).isEqualTo("let go");
  }

  private void open(String id, String name) {
    // A database that outlives its connections, as a pool may close them all.
    call("open", id, name, "jdbc:h2:mem:" + id + ";DB_CLOSE_DELAY=-1");
  }

  /** Has the application do it. */
  protected final String call(String command, String... arguments) {
    return agent.jvm().call(command, arguments);
  }

  /** Waits for a metric with a point of this pool that matches. */
  protected final MetricRecord awaitPoint(
      String metric, String pool, @Nullable String state, Predicate<PointRecord> condition) {
    return agent
        .receiver()
        .awaitMetric(
            PREFIX + metric,
            it -> {
              PointRecord point = point(it, pool, state);
              return point != null && condition.test(point);
            });
  }

  private static @Nullable PointRecord point(
      MetricRecord metric, String pool, @Nullable String state) {
    Map<String, Object> attributes =
        state == null ? Map.of(NAME, pool) : Map.of(NAME, pool, PREFIX + "state", state);
    return metric.points().stream()
        .filter(point -> point.attributes().equals(attributes))
        .findFirst()
        .orElse(null);
  }

  private Set<String> namesOf(String pool) {
    Set<String> names = new TreeSet<>();
    for (MetricRecord metric : agent.receiver().metrics()) {
      for (PointRecord point : metric.points()) {
        if (pool.equals(point.attributes().get(NAME))) {
          assertThat(metric.name()).startsWith(PREFIX);
          names.add(metric.name().substring(PREFIX.length()));
        }
      }
    }
    return names;
  }
}
