package dev.gossamer.config;

import dev.gossamer.config.Settings.Given;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where settings come from. Takes what starts like a setting of ours and leaves the rest alone. */
final class Sources {
  private static final long LARGEST_FILE = 1 << 20;

  private Sources() {}

  static Map<String, Given> ofProcess() {
    Map<String, String> environment = Collections.emptyMap();
    Map<String, String> properties = new HashMap<>();
    try {
      environment = System.getenv();
    } catch (RuntimeException e) {
      AgentLog.warn("environment variables cannot be read (" + e + "); using none of them");
    }
    try {
      Properties all = System.getProperties();
      for (String name : all.stringPropertyNames()) {
        String value = isSetting(name) ? all.getProperty(name) : null;
        if (value != null) {
          properties.put(name, value);
        }
      }
    } catch (RuntimeException e) {
      AgentLog.warn("system properties cannot be read (" + e + "); using none of them");
    }
    return of(environment, properties);
  }

  static Map<String, Given> of(Map<String, String> environment, Map<String, String> properties) {
    Map<String, Given> said = Settings.noneGiven();
    put(said, environment, "");
    put(said, properties, "");
    Given file = said.get(AgentOptions.CONFIGURATION_FILE.name());
    if (file == null) {
      return said;
    }
    Map<String, Given> all = Settings.noneGiven();
    put(all, read(file), " (in " + Words.shown(file.value) + ")");
    all.putAll(said);
    return all;
  }

  /** All lines of the file, those of extensions among them; empty when there is none. */
  static Map<String, String> file(Settings settings) {
    Given file = settings.given().get(AgentOptions.CONFIGURATION_FILE.name());
    return file == null || problem(new File(file.value)) != null
        ? Collections.<String, String>emptyMap()
        : read(file);
  }

  static void put(Map<String, Given> into, Map<String, String> from, String where) {
    for (Map.Entry<String, String> entry : from.entrySet()) {
      String name = entry.getKey();
      if (isSetting(name) && into.size() < Settings.MOST) {
        String value = entry.getValue().trim();
        if (!value.isEmpty()) {
          into.put(Setting.nameOf(name), new Given(name, value, where));
        }
      }
    }
  }

  /** Whether a name has our prefix, as an environment variable or as a property. */
  private static boolean isSetting(String name) {
    return name.startsWith("OTEL_")
        || name.startsWith("otel.")
        || name.startsWith("GOSSAMER_")
        || name.startsWith("gossamer.");
  }

  private static Map<String, String> read(Given setting) {
    File file = new File(setting.value);
    String problem = problem(file);
    Map<String, String> read = new HashMap<>();
    if (problem == null) {
      Properties properties = new Properties();
      try (FileInputStream in = new FileInputStream(file);
          Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException | RuntimeException e) {
        problem = String.valueOf(e.getMessage());
      }
      for (String name : properties.stringPropertyNames()) {
        read.put(name, properties.getProperty(name));
      }
    }
    if (problem != null) {
      AgentLog.warn(
          setting.name
              + "="
              + Words.shown(setting.value)
              + " cannot be read ("
              + Words.shown(problem)
              + "); using "
              + (read.isEmpty() ? "no file" : "the lines before that")
              + ". Expected a file of name=value lines");
    }
    return read;
  }

  private static @Nullable String problem(File file) {
    if (!file.exists()) {
      return "no such file";
    }
    if (!file.isFile()) {
      return "not a file";
    }
    return file.length() > LARGEST_FILE ? "larger than 1 MiB" : null;
  }
}
