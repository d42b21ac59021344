package dev.gossamer.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.MetricRecord.PointRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of the JDK's pools, where they are asked for. */
final class ExecutorMetricsTest {
  private static AgentJvmBuilder application() {
    return AgentJvm.app(ExecutorMetricsApp.class)
        .metrics()
        .env("OTEL_METRIC_EXPORT_INTERVAL", "200");
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  final class On {
    @RegisterExtension
    final AgentExtension agent =
        AgentExtension.shared(
            () -> application().env("OTEL_INSTRUMENTATION_EXECUTOR_METRICS_ENABLED", "true"));

    @Test
    void aPoolTellsItsThreadsAndItsTasks() {
      call("open", "orders", "2");
      call("occupy", "orders", "5");
      MetricRecord active = await("executor.active", "orders", point -> point.value() == 2);
      assertThat(active.unit()).isEqualTo("{thread}");
      assertThat(active.monotonic()).isFalse();
      await("executor.pool.size", "orders", point -> point.value() == 2);
      await("executor.pool.max", "orders", point -> point.value() == 2);
      MetricRecord queued = await("executor.queued", "orders", point -> point.value() == 3);
      assertThat(queued.unit()).isEqualTo("{task}");
      call("release");
      MetricRecord completed = await("executor.completed", "orders", point -> point.value() == 5);
      assertThat(completed.monotonic()).isTrue();
      await("executor.active", "orders", point -> point.value() == 0);
    }

    @Test
    void aForkJoinPoolTellsWhatItKnows() {
      call("open-forked", "forked");
      call("occupy", "forked", "3");
      await("executor.active", "forked", point -> point.value() == 2);
      await("executor.pool.size", "forked", point -> point.value() >= 2);
      await("executor.queued", "forked", point -> point.value() == 1);
      await("executor.parallelism", "forked", point -> point.value() == 2);
      call("release");
      await("executor.queued", "forked", point -> point.value() == 0);
    }

    @Test
    void manyPoolsAreOnePointThatNeverFalls() {
      call("many", "150");
      await("executor.completed", "pool-*-thread", point -> point.value() > 0);
      call("many", "150");
      double last = 0;
      for (MetricRecord metric : agent.receiver().metrics()) {
        if (metric.name().equals("executor.completed")) {
          PointRecord point = point(metric, "pool-*-thread");
          if (point != null) {
            assertThat(point.value()).isGreaterThanOrEqualTo(last);
            last = point.value();
          }
        }
        assertThat(metric.points())
            .filteredOn(point -> String.valueOf(point.attributes().get("name")).startsWith("pool-"))
            .hasSizeLessThanOrEqualTo(1);
      }
    }

    @Test
    void aPoolThatIsClosedIsAskedNoMore() {
      call("open", "kept", "1");
      call("occupy", "kept", "1");
      call("open", "ended", "1");
      call("occupy", "ended", "1");
      await("executor.pool.size", "ended", point -> point.value() == 1);
      call("release");
      assertThat(call("close", "ended")).isEqualTo("true");
      int before = agent.receiver().metrics().size();
      agent
          .receiver()
          .await(
              "an export without the pool",
              () -> {
                List<MetricRecord> all = agent.receiver().metrics();
                return all.subList(before, all.size()).stream()
                    .filter(metric -> metric.name().equals("executor.pool.size"))
                    .filter(metric -> point(metric, "kept") != null)
                    .filter(metric -> point(metric, "ended") == null)
                    .findFirst()
                    .orElse(null);
              });
      await("executor.completed", "ended", point -> point.value() == 1);
    }

    @Test
    void aPoolThatIsForgottenIsLetGo() {
      assertThat(call("forget", "forgotten")).isEqualTo("let go");
    }

    @Test
    void aPoolThatThrowsIsCountedAndCostsTheOthersNothing() {
      call("open-broken", "broken");
      call("occupy", "broken", "1");
      assertThat(agent.expectErrorLine("executor-metrics failed")).contains("injected");
      call("open", "whole", "1");
      call("occupy", "whole", "1");
      await("executor.active", "whole", point -> point.value() == 1);
      call("release");
    }

    private String call(String command, String... arguments) {
      return agent.jvm().call(command, arguments);
    }

    private MetricRecord await(String metric, String pool, Predicate<PointRecord> condition) {
      return agent
          .receiver()
          .awaitMetric(
              metric,
              it -> {
                PointRecord point = point(it, pool);
                return point != null && condition.test(point);
              });
    }

    private static PointRecord point(MetricRecord metric, String pool) {
      return metric.points().stream()
          .filter(point -> point.attributes().equals(Map.of("name", pool)))
          .findFirst()
          .orElse(null);
    }
  }

  @Nested
  final class Off {
    @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

    @Test
    void nothingOfItIsLoaded(@TempDir Path folder) throws IOException {
      Path classes = folder.resolve("classes");
      AgentJvm jvm = agent.launch(application().jvmArgs("-Xlog:class+load:file=" + classes));
      jvm.call("open", "orders", "1");
      jvm.call("occupy", "orders", "1");
      agent.receiver().awaitMetric("jvm.class.count", metric -> true);
      assertThat(Files.readAllLines(classes))
          .anyMatch(line -> line.contains("java.util.concurrent.ThreadPoolExecutor"))
          .noneMatch(line -> line.contains("dev.gossamer.api.executor"));
      assertThat(agent.receiver().metrics())
          .noneMatch(metric -> metric.name().startsWith("executor."));
      jvm.call("release");
    }
  }
}
