package dev.gossamer.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code docs/configuration.md} from the declared settings. */
public final class ConfigurationDocument {
  private static final String HEAD =
      """
      # Configuration

      <!-- Made from the declarations in agent/config by ConfigurationDocument; a test compares. -->

      Every setting is an environment variable, `OTEL_X_Y`, or the system property `otel.x.y`, which
      beats it. Both beat the file named by `OTEL_JAVAAGENT_CONFIGURATION_FILE`. In names, `_`, `.`
      and `-` are the same. Blank is unset.

      A value that is not valid costs exactly that setting: one line on standard error names it, says
      what is used instead and what would be valid.

      Times are milliseconds, or a number with `ms`, `s`, `m`, `h` or `d`. Lists are separated by
      commas. Maps are `key=value,key=value`, values percent-encoded where they hold a comma.
      """;

  private ConfigurationDocument() {}

  /** Takes the path of the file to write. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), text());
  }

  static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Map.Entry<String, Setting[]> group : Declarations.byHeading().entrySet()) {
      text.append("\n## ").append(group.getKey()).append("\n\n");
      text.append("| variable | property | default | what it does |\n|---|---|---|---|\n");
      for (Setting setting : group.getValue()) {
        text.append("| `").append(setting.name()).append("` | `").append(setting.property());
        text.append("` | ").append(shown(setting.byDefault())).append(" | ");
        text.append(setting.description()).append('.');
        if (!setting.choices().isEmpty()) {
          text.append(setting.kind() == Setting.Kind.CHOICE ? " One of " : " Any of ");
          text.append("`").append(String.join("`, `", setting.choices())).append("`.");
        }
        text.append(" |\n");
      }
    }
    return text.toString();
  }

  private static String shown(@Nullable String byDefault) {
    return byDefault == null || byDefault.isEmpty() ? "" : "`" + byDefault + "`";
  }
}
