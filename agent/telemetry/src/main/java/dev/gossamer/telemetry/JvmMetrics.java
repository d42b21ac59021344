package dev.gossamer.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.Function;

/**
 * The stable metrics of the JVM (semantic conventions 1.44, JVM metrics), read from its beans when
 * they are collected. No platform MBean server is made, so whatever builder or log manager the
 * application configures stays the application's to load.
 */
final class JvmMetrics {
  static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.41.0";

  private static final AttributeKey<String> POOL = AttributeKey.stringKey("jvm.memory.pool.name");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("jvm.memory.type");

  private final Meter meter;

  private JvmMetrics(Meter meter) {
    this.meter = meter;
  }

  /** Registers them; those of beans that this JVM lacks are left out. */
  static void register(Meter meter) {
    JvmMetrics metrics = new JvmMetrics(meter);
    metrics.memory();
    metrics.classes();
    JvmThreads.register(meter);
    JvmProcessor.register(meter);
    JvmCollections.register(meter);
  }

  private void memory() {
    List<MemoryPoolMXBean> beans = ManagementFactory.getMemoryPoolMXBeans();
    Pool[] pools = new Pool[beans.size()];
    for (int i = 0; i < pools.length; i++) {
      pools[i] = new Pool(beans.get(i));
    }
    ofPools("jvm.memory.used", "Measure of memory used.", pools, bean -> used(bean.getUsage()));
    ofPools(
        "jvm.memory.committed",
        "Measure of memory committed.",
        pools,
        bean -> committed(bean.getUsage()));
    ofPools(
        "jvm.memory.limit",
        "Measure of max obtainable memory.",
        pools,
        bean -> limit(bean.getUsage()));
    ofPools(
        "jvm.memory.used_after_last_gc",
        "Measure of memory used, as measured after the most recent garbage collection event on"
            + " this pool.",
        pools,
        bean -> used(bean.getCollectionUsage()));
  }

  private static final long UNKNOWN = -1;

  // A pool that is no more has no usage; one that is not collected has none after a collection.
  private static long used(MemoryUsage usage) {
    return usage == null ? UNKNOWN : usage.getUsed();
  }

  private static long committed(MemoryUsage usage) {
    return usage == null ? UNKNOWN : usage.getCommitted();
  }

  private static long limit(MemoryUsage usage) {
    return usage == null ? UNKNOWN : usage.getMax();
  }

  private void ofPools(
      String name, String description, Pool[] pools, Function<MemoryPoolMXBean, Long> value) {
    meter
        .upDownCounterBuilder(name)
        .setUnit("By")
        .setDescription(description)
        .buildWithCallback(measurement -> observe(measurement, pools, value));
  }

  private static void observe(
      ObservableLongMeasurement measurement, Pool[] pools, Function<MemoryPoolMXBean, Long> value) {
    for (Pool pool : pools) {
      long now = value.apply(pool.bean);
      if (now != UNKNOWN) {
        measurement.record(now, pool.attributes);
      }
    }
  }

  private void classes() {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    meter
        .counterBuilder("jvm.class.loaded")
        .setUnit("{class}")
        .setDescription("Number of classes loaded since JVM start.")
        .buildWithCallback(it -> it.record(classes.getTotalLoadedClassCount()));
    meter
        .counterBuilder("jvm.class.unloaded")
        .setUnit("{class}")
        .setDescription("Number of classes unloaded since JVM start.")
        .buildWithCallback(it -> it.record(classes.getUnloadedClassCount()));
    meter
        .upDownCounterBuilder("jvm.class.count")
        .setUnit("{class}")
        .setDescription("Number of classes currently loaded.")
        .buildWithCallback(it -> it.record(classes.getLoadedClassCount()));
  }

  private static final class Pool {
    final MemoryPoolMXBean bean;
    final Attributes attributes;

    Pool(MemoryPoolMXBean bean) {
      this.bean = bean;
      String type = bean.getType() == MemoryType.HEAP ? "heap" : "non_heap";
      attributes = Attributes.of(POOL, bean.getName(), TYPE, type);
    }
  }
}
