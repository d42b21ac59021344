package dev.gossamer.telemetry;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * {@code jvm.gc.duration}: each collection, as the JVM tells of it. Notifications come on the JVM's
 * own thread and must not throw there.
 */
final class JvmCollections implements NotificationListener {
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("jvm.gc.name");
  private static final AttributeKey<String> ACTION = AttributeKey.stringKey("jvm.gc.action");
  private static final double MILLIS_PER_SECOND = 1e3;

  private final DoubleHistogram durations;

  private JvmCollections(DoubleHistogram durations) {
    this.durations = durations;
  }

  static void register(Meter meter) {
    try {
      listen(meter);
    } catch (LinkageError e) {
      // A JVM without jdk.management tells of no collections.
    }
  }

  private static void listen(Meter meter) {
    JvmCollections listener =
        new JvmCollections(
            meter
                .histogramBuilder("jvm.gc.duration")
                .setUnit("s")
                .setDescription("Duration of JVM garbage collection actions.")
                .setExplicitBucketBoundariesAdvice(Arrays.asList(0.01, 0.1, 1.0, 10.0))
                .build());
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (bean instanceof NotificationEmitter) {
        ((NotificationEmitter) bean)
            .addNotificationListener(
                listener,
                told ->
                    GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
                        told.getType()),
                null);
      }
    }
  }

  @Override
  public void handleNotification(Notification told, Object handback) {
    try {
      GarbageCollectionNotificationInfo collection =
          GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData());
      durations.record(
          collection.getGcInfo().getDuration() / MILLIS_PER_SECOND,
          Attributes.of(NAME, collection.getGcName(), ACTION, collection.getGcAction()),
          Context.root());
    } catch (RuntimeException | LinkageError ignored) {
      // One collection that is not counted.
    }
  }
}
