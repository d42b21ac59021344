package dev.gossamer.telemetry;

import com.sun.management.OperatingSystemMXBean;
import io.opentelemetry.api.metrics.Meter;
import java.lang.management.ManagementFactory;

/** What the JVM says of its processors and of the time it has used on them. */
final class JvmProcessor {
  private static final double NANOS_PER_SECOND = 1e9;

  private JvmProcessor() {}

  static void register(Meter meter) {
    meter
        .upDownCounterBuilder("jvm.cpu.count")
        .setUnit("{cpu}")
        .setDescription("Number of processors available to the Java virtual machine.")
        .buildWithCallback(it -> it.record(Runtime.getRuntime().availableProcessors()));
    try {
      ofThisVendor(meter);
    } catch (LinkageError e) {
      // A JVM without jdk.management does not say more.
    }
  }

  private static void ofThisVendor(Meter meter) {
    Object bean = ManagementFactory.getOperatingSystemMXBean();
    if (!(bean instanceof OperatingSystemMXBean)) {
      return;
    }
    OperatingSystemMXBean system = (OperatingSystemMXBean) bean;
    meter
        .counterBuilder("jvm.cpu.time")
        .ofDoubles()
        .setUnit("s")
        .setDescription("CPU time used by the process as reported by the JVM.")
        .buildWithCallback(
            it -> {
              long nanos = system.getProcessCpuTime();
              if (nanos >= 0) {
                it.record(nanos / NANOS_PER_SECOND);
              }
            });
    meter
        .gaugeBuilder("jvm.cpu.recent_utilization")
        .setUnit("1")
        .setDescription("Recent CPU utilization for the process as reported by the JVM.")
        .buildWithCallback(
            it -> {
              double load = system.getProcessCpuLoad();
              if (load >= 0) {
                it.record(load);
              }
            });
  }
}
