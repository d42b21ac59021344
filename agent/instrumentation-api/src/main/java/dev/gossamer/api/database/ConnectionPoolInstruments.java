package dev.gossamer.api.database;

import dev.gossamer.api.Failures;
import dev.gossamer.api.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The instruments for the pools of one library, made when its first pool is. They are kept for good
 * and so refer to pools weakly: whose class loader is to go must not be kept by what it left here.
 * Thread-safe.
 */
final class ConnectionPoolInstruments {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final AttributeKey<String> STATE =
      AttributeKey.stringKey("db.client.connection.state");
  private static final ConcurrentHashMap<String, ConnectionPoolInstruments> ALL =
      new ConcurrentHashMap<>();

  private final String instrumentation;
  private final ConcurrentLinkedQueue<WeakReference<MeasuredPool<?>>> observed =
      new ConcurrentLinkedQueue<>();

  private final ObservableLongMeasurement count;
  private final ObservableLongMeasurement idleMin;
  private final ObservableLongMeasurement idleMax;
  private final ObservableLongMeasurement max;
  private final ObservableLongMeasurement pending;
  private final LongCounter timeouts;
  private final DoubleHistogram createTime;
  private final DoubleHistogram waitTime;
  private final DoubleHistogram useTime;

  private ConnectionPoolInstruments(String instrumentation, Meter meter) {
    this.instrumentation = instrumentation;
    count =
        observer(
            meter,
            "count",
            "connection",
            "The number of connections that are currently in state described by the state"
                + " attribute.");
    idleMin =
        observer(
            meter,
            "idle.min",
            "connection",
            "The minimum number of idle open connections allowed.");
    idleMax =
        observer(
            meter,
            "idle.max",
            "connection",
            "The maximum number of idle open connections allowed.");
    max = observer(meter, "max", "connection", "The maximum number of open connections allowed.");
    pending =
        observer(
            meter,
            "pending_requests",
            "request",
            "The number of current pending requests for an open connection.");
    timeouts =
        meter
            .counterBuilder("db.client.connection.timeouts")
            .setUnit("{timeout}")
            .setDescription(
                "The number of connection timeouts that have occurred trying to obtain a"
                    + " connection from the pool.")
            .build();
    createTime = times(meter, "create_time", "The time it took to create a new connection.");
    waitTime =
        times(meter, "wait_time", "The time it took to obtain an open connection from the pool.");
    useTime =
        times(
            meter,
            "use_time",
            "The time between borrowing a connection and returning it to the pool.");
    meter.batchCallback(this::collect, count, idleMin, idleMax, max, pending);
  }

  /** Null when nothing reads metrics. */
  static @Nullable ConnectionPoolInstruments of(String instrumentation) {
    ConnectionPoolInstruments made = ALL.get(instrumentation);
    if (made != null) {
      return made;
    }
    Meter meter = Telemetry.meter(instrumentation, DatabaseTracing.SCHEMA_URL);
    return meter == null
        ? null
        : ALL.computeIfAbsent(instrumentation, name -> new ConnectionPoolInstruments(name, meter));
  }

  private static ObservableLongMeasurement observer(
      Meter meter, String name, String counted, String description) {
    return meter
        .upDownCounterBuilder("db.client.connection." + name)
        .setUnit('{' + counted + '}')
        .setDescription(description)
        .buildObserver();
  }

  /** The conventions say no boundaries; those of the operations that follow fit as well. */
  private static DoubleHistogram times(Meter meter, String name, String description) {
    return meter
        .histogramBuilder("db.client.connection." + name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(QueryDurations.BOUNDARIES)
        .build();
  }

  void observe(MeasuredPool<?> pool) {
    observed.add(new WeakReference<>(pool));
  }

  void created(long nanos, Attributes pool) {
    createTime.record(nanos / NANOS_PER_SECOND, pool);
  }

  void waited(long nanos, Attributes pool) {
    waitTime.record(nanos / NANOS_PER_SECOND, pool);
  }

  void used(long nanos, Attributes pool) {
    useTime.record(nanos / NANOS_PER_SECOND, pool);
  }

  void timedOut(Attributes pool) {
    timeouts.add(1, pool);
  }

  private void collect() {
    Map<Attributes, long[]> byName = new HashMap<>();
    Iterator<WeakReference<MeasuredPool<?>>> references = observed.iterator();
    while (references.hasNext()) {
      MeasuredPool<?> pool = references.next().get();
      if (pool == null || pool.isClosed()) {
        references.remove();
      } else {
        add(pool, byName);
      }
    }
    byName.forEach(this::record);
  }

  private void add(MeasuredPool<?> pool, Map<Attributes, long[]> byName) {
    try {
      long[] said = pool.ask();
      if (said != null) {
        byName.merge(pool.attributes(), said, ConnectionPoolInstruments::sum);
      }
    } catch (Throwable failure) {
      // Closed in the meantime: it may well refuse.
      if (!pool.isClosed()) {
        Failures.note(instrumentation, failure);
      }
    }
  }

  /** What only one of the two knows is what is known. */
  private static long[] sum(long[] some, long[] more) {
    for (int i = 0; i < some.length; i++) {
      some[i] = some[i] < 0 ? more[i] : some[i] + Math.max(0, more[i]);
    }
    return some;
  }

  private void record(Attributes pool, long[] said) {
    record(count, said[0], pool.toBuilder().put(STATE, "used").build());
    record(count, said[1], pool.toBuilder().put(STATE, "idle").build());
    record(idleMin, said[2], pool);
    record(idleMax, said[3], pool);
    record(max, said[4], pool);
    record(pending, said[5], pool);
  }

  private static void record(ObservableLongMeasurement to, long value, Attributes attributes) {
    if (value >= 0) {
      to.record(value, attributes);
    }
  }
}
