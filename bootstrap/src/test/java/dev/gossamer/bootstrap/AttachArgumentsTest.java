package dev.gossamer.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttachArgumentsTest {
  @Test
  void whateverIsWrittenIsRead() throws Exception {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("token", "1");
    settings.put("otel.service.name", "a=b&c %41+\n\"Zoë\"");
    settings.put("otel.exporter.otlp.headers", "");

    String text = AttachArguments.write(settings);

    assertThat(text).matches("[\\x21-\\x7e]+");
    assertThat(AttachArguments.read(text)).containsExactlyEntriesOf(settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "=", "name", "=value", "&&=&"})
  void whatIsNoPairIsLeftOut(String text) {
    assertThat(AttachArguments.read(text)).isEmpty();
  }

  @Test
  void whatIsNotEncodedIsTakenAsItIs() {
    assertThat(AttachArguments.read(null)).isEmpty();
    assertThat(AttachArguments.read("otel.service.name=50%&otel.x=%zz"))
        .containsEntry("otel.service.name", "50%")
        .containsEntry("otel.x", "%zz");
  }

  @ParameterizedTest
  @CsvSource({
    "otel.service.name, true",
    "OTEL_SERVICE_NAME, true",
    "gossamer.sampling.rules, true",
    "GOSSAMER_SAMPLING_RULES, true",
    "java.home, false",
    "service.name, false",
    "Otel.service.name, false",
  })
  void onlySettingsOfTheAgentAreSet(String name, boolean expected) {
    assertThat(AttachArguments.isSetting(name)).isEqualTo(expected);
  }
}
