package dev.gossamer.distribution;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/** Writes docs/supported-libraries.md from what the descriptors say. */
public final class SupportedLibrariesDocument {
  private static final String HEAD =
      """
      # Supported libraries

      <!-- Made from the descriptors in instrumentations/ by SupportedLibrariesDocument; a test compares. -->

      Every instrumentation, but those said to be off, is on unless its switch, or `OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED`,
      says `false`. Names that opentelemetry-javaagent uses for the same thing switch it too.

      | library | versions | switch |
      |---|---|---|
      """;

  private SupportedLibrariesDocument() {}

  /** Takes the path of the file to write. */
  public static void main(String[] arguments) throws Exception {
    Files.writeString(Path.of(arguments[0]), text());
  }

  static String text() throws IOException, ReflectiveOperationException {
    Map<String, String> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      ClassPathEntry classes = ClassPathEntry.read(Path.of(entry));
      if (classes.has(Shipped.INSTRUMENTATIONS)) {
        add(rows, describe(classes));
      }
    }
    return HEAD + String.join("", rows.values());
  }

  private static void add(Map<String, String> rows, Description description) {
    for (Map.Entry<String, String> library : description.supported().entrySet()) {
      String row =
          "| %s | %s | `OTEL_INSTRUMENTATION_%s_ENABLED`%s |\n"
              .formatted(
                  library.getKey(),
                  library.getValue(),
                  description.name().replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT),
                  description.enabledByDefault() ? "" : ", off by default");
      // Versions that need code of their own are modules of their own.
      rows.merge(library.getKey() + " " + library.getValue(), row, String::concat);
    }
  }

  private static Description describe(ClassPathEntry classes) throws ReflectiveOperationException {
    String descriptor =
        classes.classFiles().entrySet().stream()
            .filter(
                file ->
                    List.of(new ClassReader(file.getValue()).getInterfaces())
                        .contains(Instrumentation.class.getName().replace('.', '/')))
            .map(file -> file.getKey().replace('/', '.'))
            .findFirst()
            .orElseThrow();
    Description description = new Description();
    Class.forName(descriptor)
        .asSubclass(Instrumentation.class)
        .getConstructor()
        .newInstance()
        .describe(description);
    return description;
  }
}
