package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Setting TEXT = Setting.text("OTEL_SOME_TEXT", "default", "");
  private static final Setting BOOL = Setting.bool("OTEL_SOME_SWITCH", false, "");
  private static final Setting ON = Setting.bool("OTEL_SOME_ON", true, "");
  private static final Setting NUMBER = Setting.integer("OTEL_SOME_NUMBER", 7, 1, 100, "");
  private static final Setting TIME = Setting.duration("OTEL_SOME_TIME", 5000, 0, 86_400_000, "");
  private static final Setting RATIO = Setting.ratio("OTEL_SOME_RATIO", "1.0", "");
  private static final Setting CHOICE =
      Setting.choice("OTEL_SOME_CHOICE", "always_on", "", "always_on", "always_off");
  private static final Setting LIST =
      Setting.list("OTEL_SOME_LIST", "tracecontext,baggage", "", "tracecontext", "baggage", "b3");
  private static final Setting MAP = Setting.map("OTEL_SOME_MAP", "");
  private static final Setting SECRET = Setting.map("OTEL_SOME_SECRET", "").secret();

  private final RecordedLines recorded = new RecordedLines();

  @AfterEach
  void stopRecording() {
    recorded.close();
  }

  @Test
  void aSystemPropertyBeatsTheEnvironment() {
    Settings settings =
        Settings.of(Map.of("OTEL_SOME_TEXT", "env"), Map.of("otel.some.text", "property"));
    assertThat(settings.text(TEXT)).isEqualTo("property");
    assertThat(settings.nameOf(TEXT)).isEqualTo("otel.some.text");
  }

  @Test
  void dashesAndDotsOfAPropertyAreUnderscoresOfTheVariable() {
    assertThat(Settings.of(Map.of(), Map.of("otel.some-text", "x")).text(TEXT)).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blankIsUnset(String blank) {
    Settings settings =
        Settings.of(
            Map.of("OTEL_SOME_TEXT", "env", "OTEL_SOME_NUMBER", blank),
            Map.of("otel.some.text", blank));
    assertThat(settings.text(TEXT)).isEqualTo("env");
    assertThat(settings.integer(NUMBER)).isEqualTo(7);
    assertThat(settings.isSet(NUMBER)).isFalse();
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void aFileIsBeatenByTheEnvironmentAndByProperties(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("agent.properties"),
            "otel.some.text=file\nOTEL_SOME_NUMBER=9\notel.some.ratio=2\nother=x\n");
    Settings settings =
        Settings.of(
            Map.of("OTEL_SOME_TEXT", "env", "OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString()),
            Map.of());
    assertThat(settings.text(TEXT)).isEqualTo("env");
    assertThat(settings.integer(NUMBER)).isEqualTo(9);
    assertThat(settings.ratio(RATIO)).isEqualTo(1.0);
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("otel.some.ratio=2 (in " + file + ")");
  }

  @Test
  void aMissingFileCostsOneLine(@TempDir Path folder) {
    Settings settings =
        Settings.of(
            Map.of("OTEL_SOME_TEXT", "env"),
            Map.of("otel.javaagent.configuration-file", folder.resolve("none").toString()));
    assertThat(settings.text(TEXT)).isEqualTo("env");
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .startsWith("[gossamer] warning: otel.javaagent.configuration-file=")
        .contains("no such file");
  }

  @Test
  void aBrokenFileCostsOneLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("broken"), "otel.some.text=a\nx=\\u12\n");
    Settings settings =
        Settings.of(Map.of("OTEL_JAVAAGENT_CONFIGURATION_FILE", file.toString()), Map.of());
    assertThat(settings.text(TEXT)).isEqualTo("a");
    assertThat(recorded.lines()).singleElement().asString().contains("the lines before that");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "TRUE,true", "False,false"})
  void readsSwitches(String text, boolean expected) {
    Settings settings =
        Settings.of(Map.of("OTEL_SOME_SWITCH", text, "OTEL_SOME_ON", text), Map.of());
    assertThat(settings.bool(BOOL)).isEqualTo(expected);
    assertThat(settings.bool(ON)).isEqualTo(expected);
    assertThat(recorded.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10,10",
    "0,0",
    "10s,10000",
    "5 ms,5",
    "2m,120000",
    "1h,3600000",
    "1d,86400000",
    "+3,3"
  })
  void readsTimes(String text, long expected) {
    assertThat(Settings.of(Map.of("OTEL_SOME_TIME", text), Map.of()).millis(TIME))
        .isEqualTo(expected);
    assertThat(recorded.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "x",
        "10x",
        "1.5s",
        "s",
        "-",
        "9999999999999999d",
        "99999999999999999999",
        "1 0"
      })
  void aBadTimeCostsOneLine(String text) {
    assertThat(Settings.of(Map.of("OTEL_SOME_TIME", text), Map.of()).millis(TIME)).isEqualTo(5000);
    assertThat(recorded.lines())
        .singleElement()
        .asString()
        .contains("OTEL_SOME_TIME=" + text + ": expected milliseconds", "; using 5000 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "101", "many", "1e2", "99999999999999999999", "0x10", "٣"})
  void aBadNumberCostsOneLine(String text) {
    assertThat(Settings.of(Map.of("OTEL_SOME_NUMBER", text), Map.of()).integer(NUMBER))
        .isEqualTo(7);
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: OTEL_SOME_NUMBER="
                + text
                + ": expected a whole number from 1 to 100; using 7");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "0.25,0.25", "1e-3,0.001", ".5,0.5"})
  void readsRatios(String text, double expected) {
    assertThat(Settings.of(Map.of("OTEL_SOME_RATIO", text), Map.of()).ratio(RATIO))
        .isEqualTo(expected);
    assertThat(recorded.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.1", "-0.1", "NaN", "Infinity", "0x1p-1", "0.5d", "50%", "half", "1e999"})
  void aBadRatioCostsOneLine(String text) {
    assertThat(Settings.of(Map.of("OTEL_SOME_RATIO", text), Map.of()).ratio(RATIO)).isEqualTo(1);
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: OTEL_SOME_RATIO="
                + text
                + ": expected a number from 0 to 1; using 1.0");
  }

  @Test
  void aNearMissOfAChoiceIsNamed() {
    Settings settings = Settings.of(Map.of(), Map.of("otel.some.choice", "alway_on"));
    assertThat(settings.choice(CHOICE)).isEqualTo("always_on");
    assertThat(settings.choice(CHOICE)).isEqualTo("always_on");
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: otel.some.choice=alway_on: expected one of always_on, always_off"
                + " (did you mean always_on?); using always_on");
  }

  @Test
  void aChoiceMayBeWrittenInAnyCase() {
    assertThat(Settings.of(Map.of("OTEL_SOME_CHOICE", "Always_OFF"), Map.of()).choice(CHOICE))
        .isEqualTo("always_off");
  }

  @Test
  void aListLosesOnlyItsUnknownWords() {
    Settings settings =
        Settings.of(Map.of("OTEL_SOME_LIST", "B3, tracecontxt,b3,,baggage"), Map.of());
    assertThat(settings.list(LIST)).containsExactly("b3", "baggage");
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: OTEL_SOME_LIST does not know tracecontxt (did you mean"
                + " tracecontext?); using b3, baggage. Valid: tracecontext, baggage, b3");
  }

  @Test
  void aListOfOnlyUnknownWordsIsTheDefault() {
    Settings settings = Settings.of(Map.of("OTEL_SOME_LIST", "x"), Map.of());
    assertThat(settings.list(LIST)).containsExactly("tracecontext", "baggage");
    assertThat(recorded.lines()).hasSize(1);
  }

  @Test
  void aMapIsDecodedLenientlyAndTheLastOfEqualKeysWins() {
    Settings settings =
        Settings.of(
            Map.of("OTEL_SOME_MAP", ",a=1, b = x%20y%2C+%zz% ,a=2,e=,c=d=e,u=%C3%A4,bad=%FF,"),
            Map.of());
    assertThat(settings.map(MAP))
        .containsExactly(
            Map.entry("b", "x y,+%zz%"),
            Map.entry("a", "2"),
            Map.entry("e", ""),
            Map.entry("c", "d=e"),
            Map.entry("u", "ä"),
            Map.entry("bad", "\uFFFD"));
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void entriesThatAreNoPairsCostOneLineTogether() {
    Settings settings =
        Settings.of(
            Map.of("OTEL_SOME_MAP", "ok=1,nothing,=x,pod=$(POD_NAME),price=$(a b)"), Map.of());
    assertThat(settings.map(MAP))
        .containsExactly(Map.entry("ok", "1"), Map.entry("price", "$(a b)"));
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: OTEL_SOME_MAP has entries left out: 'nothing' (no '='), '' (no"
                + " key), 'pod' ($(POD_NAME) was never replaced); the rest is used. Expected"
                + " key=value,key=value");
  }

  @Test
  void secretsAreNeverPrinted() {
    Settings settings =
        Settings.of(Map.of("OTEL_SOME_SECRET", "api-key=hunter2,hunter3"), Map.of());
    assertThat(settings.map(SECRET)).containsExactly(Map.entry("api-key", "hunter2"));
    settings.complain(SECRET, "x", "y");
    assertThat(recorded.lines()).singleElement().asString().doesNotContain("hunter");
  }

  @Test
  void whatIsPrintedIsOnePrintableLine() {
    Settings settings =
        Settings.of(
            Map.of("OTEL_SOME_NUMBER", "1\n[gossamer] fake\u001b[31m" + "x".repeat(5000)),
            Map.of());
    assertThat(settings.integer(NUMBER)).isEqualTo(7);
    assertThat(recorded.lines()).singleElement().asString().hasSizeLessThan(300);
  }

  @Test
  void instrumentationsAreSwitchedByNameThenByAliasThenTogether() {
    AgentOptions options =
        AgentOptions.from(
            Settings.of(
                Map.of(
                    "OTEL_INSTRUMENTATION_JDBC_ENABLED", "false",
                    "OTEL_INSTRUMENTATION_APACHE_HTTPCLIENT_ENABLED", "false"),
                Map.of("otel.instrumentation.servlet-3.0.enabled", "false")));
    assertThat(options.instrumentation("jdbc", List.of(), true)).isFalse();
    assertThat(options.instrumentation("apache-httpclient", List.of("jdbc"), true)).isFalse();
    assertThat(options.instrumentation("servlet", List.of("servlet-3.0"), true)).isFalse();
    assertThat(options.instrumentation("kafka", List.of("none"), true)).isTrue();
    assertThat(options.instrumentation("kafka", List.of(), false)).isFalse();
  }

  @Test
  void instrumentationsCanBeSwitchedOffByDefault() {
    AgentOptions options =
        AgentOptions.from(
            Settings.of(
                Map.of(
                    "OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false",
                    "OTEL_INSTRUMENTATION_JDBC_ENABLED", "true"),
                Map.of()));
    assertThat(options.instrumentation("jdbc", List.of(), true)).isTrue();
    assertThat(options.instrumentation("kafka", List.of(), true)).isFalse();
  }
}
