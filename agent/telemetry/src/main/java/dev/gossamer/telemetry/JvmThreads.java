package dev.gossamer.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.Locale;

/**
 * {@code jvm.thread.count}. Counted from the thread groups: the JVM's thread bean stops the
 * application to look at stacks, and on Java 8 does not say which threads are daemons.
 */
final class JvmThreads {
  private static final AttributeKey<Boolean> DAEMON = AttributeKey.booleanKey("jvm.thread.daemon");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("jvm.thread.state");
  private static final Thread.State[] STATES = Thread.State.values();

  private final ThreadGroup root;
  private final Attributes[] attributes = new Attributes[2 * STATES.length];

  private JvmThreads(ThreadGroup root) {
    this.root = root;
    for (int i = 0; i < attributes.length; i++) {
      String state = STATES[i / 2].name().toLowerCase(Locale.ROOT);
      attributes[i] = Attributes.of(DAEMON, i % 2 == 1, STATE, state);
    }
  }

  static void register(Meter meter) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    JvmThreads threads = new JvmThreads(group);
    meter
        .upDownCounterBuilder("jvm.thread.count")
        .setUnit("{thread}")
        .setDescription("Number of executing platform threads.")
        .buildWithCallback(threads::observe);
  }

  private void observe(ObservableLongMeasurement measurement) {
    Thread[] found = new Thread[Math.max(16, root.activeCount() * 2)];
    int size = root.enumerate(found);
    long[] counts = new long[attributes.length];
    for (int i = 0; i < size; i++) {
      counts[2 * found[i].getState().ordinal() + (found[i].isDaemon() ? 1 : 0)]++;
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        measurement.record(counts[i], attributes[i]);
      }
    }
  }
}
