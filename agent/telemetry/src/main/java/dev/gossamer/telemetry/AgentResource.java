package dev.gossamer.telemetry;

import dev.gossamer.api.Version;
import dev.gossamer.config.AgentLog;
import dev.gossamer.config.ResourceOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Who the spans are from: what can be found out without delay, under what the user said. Attribute
 * names are those of the OpenTelemetry semantic conventions for resources.
 */
final class AgentResource {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final ResourceOptions options;

  private AgentResource(ResourceOptions options) {
    this.options = options;
  }

  static Resource of(ResourceOptions options) {
    AgentResource resource = new AgentResource(options);
    String service = options.serviceName();
    resource.put(
        "service.name",
        service != null ? service : ServiceName.guess(springName(), property("sun.java.command")));
    resource.put("service.instance.id", instanceId());
    resource.put("telemetry.distro.name", "gossamer");
    resource.put("telemetry.distro.version", Version.AGENT);
    try {
      Place.describe(resource.texts);
    } catch (RuntimeException | LinkageError e) {
      AgentLog.debug("the host and the process are described in part only", e);
    }
    resource.texts.putAll(options.attributes());
    return resource.build();
  }

  private void put(String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      texts.put(key, value);
    }
  }

  private Resource build() {
    AttributesBuilder attributes = Attributes.builder();
    Resource.getDefault()
        .getAttributes()
        .forEach((key, value) -> texts.putIfAbsent(key.getKey(), String.valueOf(value)));
    texts.keySet().removeAll(options.disabledKeys());
    String pid =
        options.attributes().containsKey("process.pid") ? null : texts.remove("process.pid");
    for (Map.Entry<String, String> text : texts.entrySet()) {
      attributes.put(text.getKey(), text.getValue());
    }
    if (pid != null) {
      attributes.put("process.pid", Long.parseLong(pid));
    }
    if (options.commandArguments() && !options.disabledKeys().contains("process.command_args")) {
      attributes.put(AttributeKey.stringArrayKey("process.command_args"), Place.commandArguments());
    }
    return Resource.create(attributes.build());
  }

  private static @Nullable String springName() {
    String property = property("spring.application.name");
    try {
      return property != null ? property : System.getenv("SPRING_APPLICATION_NAME");
    } catch (SecurityException e) {
      return property;
    }
  }

  /** A random (version 4) UUID that does not wait for entropy. */
  private static String instanceId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() ^ System.nanoTime()) & ~0xF000L | 0x4000L;
    long low = random.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }

  static @Nullable String property(String name) {
    try {
      return System.getProperty(name);
    } catch (SecurityException e) {
      return null;
    }
  }
}
