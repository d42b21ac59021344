package dev.gossamer.telemetry.extension;

import dev.gossamer.config.ExtensionSettings;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings as extensions see and change them: what suppliers say is below the configuration
 * file, that below environment variables, those below system properties, and what customizers say
 * above all. Only for the starting thread.
 */
final class ExtensionProperties {
  private static final String LEFT_OUT = "its properties are left out";

  /** What suppliers say. */
  final Map<String, String> under = new HashMap<>();

  /** What customizers say. */
  final Map<String, String> over = new HashMap<>();

  /** All settings, with the parsing rules of the SPI. */
  final ConfigProperties config;

  ExtensionProperties(ExtensionSettings settings, Customizations customizations) {
    for (Contribution<Supplier<Map<String, String>>> supplier : customizations.suppliers) {
      put(under, supplier.extension.call(LEFT_OUT, supplier.value::get));
    }
    Map<String, String> belowVariables = new HashMap<>(under);
    belowVariables.putAll(settings.file());
    DefaultConfigProperties properties =
        DefaultConfigProperties.create(
            belowVariables,
            ComponentLoader.forClassLoader(ExtensionProperties.class.getClassLoader()));
    for (Contribution<Function<ConfigProperties, Map<String, String>>> customizer :
        customizations.properties) {
      ConfigProperties before = properties;
      Map<String, String> said = new HashMap<>();
      put(said, customizer.extension.call(LEFT_OUT, () -> customizer.value.apply(before)));
      over.putAll(said);
      properties = properties.withOverrides(said);
    }
    config = properties;
  }

  private static void put(Map<String, String> into, @Nullable Map<String, String> said) {
    if (said != null) {
      for (Map.Entry<String, String> entry : said.entrySet()) {
        if (entry.getKey() != null && entry.getValue() != null) {
          into.put(entry.getKey(), entry.getValue());
        }
      }
    }
  }
}
