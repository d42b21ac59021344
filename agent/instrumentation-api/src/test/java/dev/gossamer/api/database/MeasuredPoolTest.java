package dev.gossamer.api.database;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Failures;
import dev.gossamer.api.Telemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pool is asked, and what becomes of one that does not answer. */
final class MeasuredPoolTest {
  private static final InMemoryMetricReader READER = InMemoryMetricReader.create();

  @BeforeAll
  static void install() {
    Telemetry.install(
        OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(READER).build())
            .build());
  }

  @Test
  void poolsOfOneNameAreAddedUpAndWhatNobodyKnowsIsLeftOut() {
    Pool one = new Pool(1, 5, -1);
    Pool other = new Pool(2, -1, -1);
    observe("sums", "same", one);
    observe("sums", "same", other);
    assertThat(values("sums"))
        .isEqualTo(
            Map.of(
                "db.client.connection.count same used", 3L,
                "db.client.connection.count same idle", 0L,
                "db.client.connection.max same null", 5L));
    assertThat(one).isNotSameAs(other);
  }

  @Test
  void aPoolThatThrowsIsCountedAndCostsTheOthersNothing() {
    Pool good = new Pool(1, -1, -1);
    Pool bad =
        new Pool(1, -1, -1) {
          @Override
          long idle() {
            throw new LinkageError("injected");
          }
        };
    MeasuredPool<Pool> measured = observe("throws", "bad", bad);
    observe("throws", "good", good);
    assertThat(values("throws"))
        .containsOnlyKeys(
            "db.client.connection.count good used", "db.client.connection.count good idle");
    assertThat(Failures.count("throws")).isEqualTo(1);

    measured.close();
    values("throws");
    assertThat(Failures.count("throws")).isEqualTo(1);
  }

  @Test
  void aPoolThatThrowsBecauseItIsBeingClosedIsNoFailure() {
    Pool closing =
        new Pool(1, -1, -1) {
          @Override
          long idle() {
            requireNonNull(measured).close();
            throw new IllegalStateException("closed");
          }
        };
    closing.measured = observe("closing", "closing", closing);
    assertThat(values("closing")).isEmpty();
    assertThat(Failures.count("closing")).isZero();
  }

  @Test
  @Timeout(30)
  void aPoolThatNobodyHoldsIsLetGo() throws InterruptedException {
    WeakReference<Pool> forgotten = new WeakReference<>(forget());
    while (forgotten.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(values("weak")).isEmpty();
  }

  private static Pool forget() {
    Pool pool = new Pool(1, -1, -1);
    pool.measured = observe("weak", "weak", pool);
    assertThat(values("weak")).isNotEmpty();
    return pool;
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.local:5433/orders, db.local:5433/orders",
    "jdbc:postgresql://db.local/orders?user=me&password=secret, db.local:5432/orders",
    "jdbc:h2:mem:orders, orders",
    "nonsense, other_sql",
    ", other_sql"
  })
  void aPoolWithoutANameIsNamedAfterItsDatabase(String url, String name) {
    assertThat(MeasuredPool.nameOf(url)).isEqualTo(name);
  }

  private static MeasuredPool<Pool> observe(String instrumentation, String name, Pool pool) {
    MeasuredPool<Pool> measured =
        requireNonNull(MeasuredPool.of(instrumentation, name, pool, new Adapter()));
    measured.ready();
    pool.measured = measured;
    return measured;
  }

  /** Values by metric, pool and state. */
  private static Map<String, Long> values(String instrumentation) {
    Map<String, Long> values = new TreeMap<>();
    for (MetricData metric : READER.collectAllMetrics()) {
      if (metric
          .getInstrumentationScopeInfo()
          .getName()
          .equals("dev.gossamer." + instrumentation)) {
        for (LongPointData point : metric.getLongSumData().getPoints()) {
          values.put(
              metric.getName()
                  + ' '
                  + point.getAttributes().get(stringKey("db.client.connection.pool.name"))
                  + ' '
                  + point.getAttributes().get(stringKey("db.client.connection.state")),
              point.getValue());
        }
      }
    }
    return values;
  }

  private static class Pool {
    private final long used;
    private final long max;
    private final long idleMin;
    @Nullable MeasuredPool<Pool> measured;

    Pool(long used, long max, long idleMin) {
      this.used = used;
      this.max = max;
      this.idleMin = idleMin;
    }

    long idle() {
      return 0;
    }
  }

  private static final class Adapter implements ConnectionPoolAdapter<Pool> {
    @Override
    public long used(Pool pool) {
      return pool.used;
    }

    @Override
    public long idle(Pool pool) {
      return pool.idle();
    }

    @Override
    public long idleMin(Pool pool) {
      return pool.idleMin;
    }

    @Override
    public long max(Pool pool) {
      return pool.max;
    }
  }
}
