package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
  @Test
  void theCommittedFileIsWhatTheDeclarationsSay() throws IOException {
    Path committed = Path.of("../../docs/configuration.md");
    assertThat(Files.readString(committed))
        .as("write it anew with ConfigurationDocument.main")
        .isEqualTo(ConfigurationDocument.text());
  }

  @Test
  void everyDefaultIsValid() {
    Settings none = Settings.of(Map.of(), Map.of());
    Set<String> names = new HashSet<>();
    for (Setting[] group : Declarations.byHeading().values()) {
      for (Setting setting : group) {
        assertThat(names.add(setting.name())).as(setting.name()).isTrue();
        assertThat(setting.description()).as(setting.name()).isNotEmpty().doesNotEndWith(".");
        String byDefault = setting.byDefault();
        if (byDefault != null && !byDefault.isEmpty()) {
          assertThat(valueOf(none, setting))
              .as(setting.name())
              .isEqualTo(
                  valueOf(Settings.of(Map.of(setting.name(), byDefault), Map.of()), setting));
        }
      }
    }
  }

  private static Object valueOf(Settings settings, Setting setting) {
    return switch (setting.kind()) {
      case BOOL -> settings.bool(setting);
      case INTEGER -> settings.integer(setting);
      case DURATION -> settings.millis(setting);
      case RATIO -> settings.ratio(setting);
      case LIST -> settings.list(setting);
      case MAP -> settings.map(setting);
      case CHOICE -> String.valueOf(settings.choice(setting));
      case TEXT -> String.valueOf(settings.text(setting));
    };
  }
}
