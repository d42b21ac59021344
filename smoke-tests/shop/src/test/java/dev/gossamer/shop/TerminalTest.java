package dev.gossamer.shop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTest {
  @Test
  void aTerminalGetsColoursAFileDoesNot() {
    assertThat(Terminal.style(Map.of(), true, UTF_8).colour()).isTrue();
    assertThat(Terminal.style(Map.of(), false, UTF_8).colour()).isFalse();
  }

  @Test
  void noColorAndADumbTerminalTurnColoursOff() {
    assertThat(Terminal.style(Map.of("NO_COLOR", "1"), true, UTF_8).colour()).isFalse();
    assertThat(Terminal.style(Map.of("NO_COLOR", ""), true, UTF_8).colour()).isTrue();
    assertThat(Terminal.style(Map.of("TERM", "dumb"), true, UTF_8).colour()).isFalse();
    assertThat(Terminal.style(Map.of("TERM", "xterm"), true, UTF_8).colour()).isTrue();
  }

  @Test
  void onlyACharsetThatHasThemGetsBlocksAndBranches() {
    assertThat(Terminal.style(Map.of(), true, UTF_8).unicode()).isTrue();
    assertThat(Terminal.style(Map.of(), true, US_ASCII).unicode()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"80,80", "'  120 ',120", "500,160", "0,100", "-3,100", "wide,100", "'',100"})
  void theWidthComesFromColumns(String value, int expected) {
    assertThat(Terminal.style(Map.of("COLUMNS", value), true, UTF_8).columns()).isEqualTo(expected);
  }

  @Test
  void withoutColumnsTheWidthIsAHundred() {
    assertThat(Terminal.style(Map.of(), true, UTF_8).columns()).isEqualTo(100);
  }
}
