package dev.gossamer.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the agent runs at all, and which instrumentations do. Immutable. */
public final class AgentOptions {
  static final Setting CONFIGURATION_FILE =
      Setting.text(
              "OTEL_JAVAAGENT_CONFIGURATION_FILE",
              null,
              "A file of further settings, `name=value` lines, UTF-8; environment variables and"
                  + " system properties beat it")
          .property("otel.javaagent.configuration-file");
  static final Setting ENABLED =
      Setting.bool("OTEL_JAVAAGENT_ENABLED", true, "`false`: the agent does nothing at all");
  static final Setting DEBUG =
      Setting.bool(
          "OTEL_JAVAAGENT_DEBUG", false, "Says on standard error what the agent does, in detail");
  static final Setting DEFAULT_ENABLED =
      Setting.bool(
              "OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED",
              true,
              "`false`: only instrumentations that are switched on by name"
                  + " (`OTEL_INSTRUMENTATION_<NAME>_ENABLED=true`) do anything")
          .property("otel.instrumentation.common.default-enabled");

  static final Setting METHODS_INCLUDE =
      Setting.text(
          "OTEL_INSTRUMENTATION_METHODS_INCLUDE",
          null,
          "Methods of the application that are spans, of a class or of all subtypes of a type, such"
              + " as `com.acme.Shop[buy,sell];com.acme.Shop$Cart[add]`");

  static final Setting[] ALL = {ENABLED, DEBUG, CONFIGURATION_FILE, DEFAULT_ENABLED};

  private final Settings settings;
  private final boolean defaultEnabled;

  private AgentOptions(Settings settings) {
    this.settings = settings;
    defaultEnabled = settings.bool(DEFAULT_ENABLED);
  }

  /** Reads them. */
  public static AgentOptions from(Settings settings) {
    return new AgentOptions(settings);
  }

  /** Whether the agent runs at all. */
  public boolean enabled() {
    return settings.bool(ENABLED);
  }

  /** Whether {@code OTEL_JAVAAGENT_ENABLED=true} was said, rather than being so by default. */
  public boolean enabledExplicitly() {
    return settings.isSet(ENABLED) && enabled();
  }

  /** Whether debug lines are wanted. */
  public boolean debug() {
    return settings.bool(DEBUG);
  }

  /**
   * Whether an instrumentation is on: its own {@code OTEL_INSTRUMENTATION_<NAME>_ENABLED} decides,
   * else the first of its aliases that is set, else {@code
   * OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED=false} switches it off, else {@code byDefault}.
   */
  public boolean instrumentation(String name, List<String> aliases, boolean byDefault) {
    boolean otherwise = byDefault && defaultEnabled;
    Setting own = instrumentationSwitch(name, otherwise);
    if (settings.isSet(own)) {
      return settings.bool(own);
    }
    for (String alias : aliases) {
      Setting other = instrumentationSwitch(alias, otherwise);
      if (settings.isSet(other)) {
        return settings.bool(other);
      }
    }
    return otherwise;
  }

  /** Methods that the user wants to be spans, by binary name of their type. */
  public Map<String, Set<String>> methods() {
    // Most users set none; then the class that parses them is not loaded.
    return settings.isSet(METHODS_INCLUDE)
        ? MethodOptions.from(settings).included()
        : Collections.<String, Set<String>>emptyMap();
  }

  private static Setting instrumentationSwitch(String name, boolean byDefault) {
    return Setting.bool("OTEL_INSTRUMENTATION_" + Setting.nameOf(name) + "_ENABLED", byDefault, "");
  }
}
