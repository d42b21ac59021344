package dev.gossamer.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who the spans are from. Immutable. */
public final class ResourceOptions {
  static final Setting SERVICE_NAME =
      Setting.text(
          "OTEL_SERVICE_NAME",
          null,
          "Name of the service; beats `service.name` of `OTEL_RESOURCE_ATTRIBUTES`. Without either"
              + " it is guessed from `spring.application.name` or the name of the started jar");
  static final Setting ATTRIBUTES =
      Setting.map(
          "OTEL_RESOURCE_ATTRIBUTES",
          "Attributes of the service and where it runs; percent-decoded, the last of equal keys"
              + " wins, an entry with a `$(NAME)` that Kubernetes did not replace is left out");
  static final Setting DISABLED_KEYS =
      Setting.list(
              "OTEL_RESOURCE_DISABLED_KEYS", "", "Keys of resource attributes that are left out")
          .property("otel.resource.disabled.keys");
  static final Setting COMMAND_ARGUMENTS =
      Setting.bool(
          "OTEL_RESOURCE_PROCESS_COMMAND_ARGS_ENABLED",
          false,
          "Adds `process.command_args`; off because command lines hold secrets");
  static final Setting ENABLED_PROVIDERS =
      Setting.list(
          "OTEL_JAVA_ENABLED_RESOURCE_PROVIDERS",
          "",
          "Class names of those resource providers of extensions that are used; empty: all");
  static final Setting DISABLED_PROVIDERS =
      Setting.list(
          "OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS",
          "",
          "Class names of resource providers of extensions that are not used");

  static final Setting[] ALL = {
    SERVICE_NAME,
    ATTRIBUTES,
    DISABLED_KEYS,
    COMMAND_ARGUMENTS,
    ENABLED_PROVIDERS,
    DISABLED_PROVIDERS
  };

  private final @Nullable String serviceName;
  private final Map<String, String> attributes;
  private final List<String> disabledKeys;
  private final boolean commandArguments;
  private final List<String> enabledProviders;
  private final List<String> disabledProviders;

  private ResourceOptions(Settings settings) {
    Map<String, String> given = new LinkedHashMap<>(settings.map(ATTRIBUTES));
    String inAttributes = given.remove("service.name");
    serviceName = serviceName(settings, inAttributes);
    attributes = Collections.unmodifiableMap(given);
    disabledKeys = settings.list(DISABLED_KEYS);
    commandArguments = settings.bool(COMMAND_ARGUMENTS);
    enabledProviders = settings.list(ENABLED_PROVIDERS);
    disabledProviders = settings.list(DISABLED_PROVIDERS);
  }

  private static @Nullable String serviceName(Settings settings, @Nullable String inAttributes) {
    String otherwise = inAttributes == null || inAttributes.isEmpty() ? null : inAttributes;
    String said = settings.text(SERVICE_NAME);
    if (said == null) {
      return otherwise;
    }
    if (Pairs.reference(said) != null) {
      settings.complain(SERVICE_NAME, "a name, not a reference that was never replaced", otherwise);
      return otherwise;
    }
    return said;
  }

  /** Reads them. */
  public static ResourceOptions from(Settings settings) {
    return new ResourceOptions(settings);
  }

  /** As the user said, or null. */
  public @Nullable String serviceName() {
    return serviceName;
  }

  /** What the user said, without the service name, in the order given. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** Keys to leave out, whoever says them. */
  public List<String> disabledKeys() {
    return disabledKeys;
  }

  /** Whether {@code process.command_args} is wanted. */
  public boolean commandArguments() {
    return commandArguments;
  }

  /** Whether an extension's resource provider of this class is used. */
  public boolean usesProvider(String className) {
    return (enabledProviders.isEmpty() || enabledProviders.contains(className))
        && !disabledProviders.contains(className);
  }
}
