package dev.gossamer.distribution;

import java.util.List;
import java.util.Map;

/** Which classes of the build's class path go into the jar, and into which part of it. */
final class Shipped {
  /** In the root of the jar: found by the JVM. */
  static final String DOOR = "dev/gossamer/bootstrap/";

  /** Given to the boot loader. */
  static final String BOOT = "java/lang/";

  static final String INSTRUMENTATIONS = "dev/gossamer/instrumentation/";

  /** In the block, by group; the longest prefix counts. An empty group is left out. */
  private static final List<Map.Entry<String, String>> GROUPS =
      List.of(
          Map.entry("dev/gossamer/attach/", "attach"),
          Map.entry("dev/gossamer/engine/build/", ""),
          Map.entry("dev/gossamer/engine/", "engine"),
          Map.entry("dev/gossamer/config/", "engine"),
          Map.entry("dev/gossamer/api/description/", ""),
          Map.entry("dev/gossamer/api/advice/", ""),
          Map.entry("dev/gossamer/api/", "api"),
          Map.entry("dev/gossamer/propagator/", "telemetry"),
          Map.entry("dev/gossamer/telemetry/", "telemetry"),
          Map.entry("dev/gossamer/telemetry/extension/", "extension"),
          Map.entry("org/objectweb/asm/commons/", ""),
          Map.entry("org/objectweb/asm/tree/", ""),
          Map.entry("org/objectweb/asm/util/", ""),
          Map.entry("org/objectweb/asm/", "asm"),
          Map.entry("io/opentelemetry/api/", "opentelemetry-api"),
          Map.entry("io/opentelemetry/common/", "opentelemetry-api"),
          Map.entry("io/opentelemetry/context/", "opentelemetry-api"),
          Map.entry("io/opentelemetry/sdk/trace/", "opentelemetry-trace"),
          Map.entry("io/opentelemetry/sdk/metrics/", "opentelemetry-metrics"),
          Map.entry("io/opentelemetry/sdk/logs/", "opentelemetry-logs"),
          Map.entry("io/opentelemetry/sdk/autoconfigure/spi/", "extension"),
          Map.entry("io/opentelemetry/sdk/", "opentelemetry-sdk"),
          Map.entry("io/opentelemetry/exporter/sender/", ""),
          Map.entry("io/opentelemetry/exporter/", "opentelemetry-exporter"),
          Map.entry("io/opentelemetry/extension/", "opentelemetry-extension"),
          Map.entry("io/opentelemetry/proto/", "opentelemetry-exporter"),
          // Transports and languages of the exporter's default sender, which is not ours.
          Map.entry("okhttp3/", ""),
          Map.entry("okio/", ""),
          Map.entry("kotlin/", ""),
          Map.entry("org/intellij/", ""),
          Map.entry("org/jetbrains/", ""),
          Map.entry("org/jspecify/", ""),
          Map.entry("dev/gossamer/distribution/", ""));

  private Shipped() {}

  /**
   * The group of a class in the block, empty for one that does not ship.
   *
   * @throws IllegalArgumentException when nobody decided
   */
  static String group(String internalName, String from) {
    String group = null;
    int longest = 0;
    for (Map.Entry<String, String> entry : GROUPS) {
      if (internalName.startsWith(entry.getKey()) && entry.getKey().length() > longest) {
        longest = entry.getKey().length();
        group = entry.getValue();
      }
    }
    if (group == null) {
      throw new IllegalArgumentException(
          internalName + " of " + from + ": say in Shipped whether it goes into the jar");
    }
    return group;
  }
}
