package dev.gossamer.testing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceContextCaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"w3c.cases", "baggage.cases", "b3.cases", "all.cases", "none.cases"})
  void everyFileIsReadAndEveryCaseExpectsSomething(String file) {
    TraceContextCase.Cases cases = TraceContextCase.read(file);
    assertThat(cases.propagators()).isNotEmpty();
    assertThat(cases.cases()).extracting(TraceContextCase::name).doesNotHaveDuplicates();
    assertThat(cases.cases())
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.expected()).as(one.name()).isNotEmpty();
              if (!"new".equals(one.one("trace")) && one.one("trace") != null) {
                assertThat(one.caller()).as(one.name()).isNotNull();
              }
            });
  }

  @Test
  void expandsWhatIsTooLongToWrite() {
    TraceContextCase limit = named("tracestate_member_count_limit_33");
    assertThat(limit.lines()).hasSize(5);
    assertThat(limit.lines().get(4))
        .isEqualTo(Map.entry("tracestate", "bar31=31,bar32=32,bar33=33"));
    TraceContextCase length = named("tracestate_key_length_limit_257");
    assertThat(length.lines().get(1).getValue()).hasSize("foo=1,".length() + 257 + "=1".length());
  }

  @Test
  void keepsWhiteSpaceThatIsEscaped() {
    assertThat(named("traceparent_ows_around").lines().get(0).getValue())
        .startsWith("\t 00-")
        .endsWith("-01 \t");
    assertThat(named("tracestate_all_allowed_characters_of_values").lines().get(1).getValue())
        .contains("[\\]");
  }

  @Test
  void comparesBaggageByWhatItMeans() {
    assertThat(BaggageText.canonical(List.of("k=a%20b%3D;p=%31,q=")))
        .isEqualTo(BaggageText.canonical(List.of("k=%61%20b=;p=1,q=")))
        .isNotEqualTo(BaggageText.canonical(List.of("k=a%20b%3D%3Bp=1,q=")));
    assertThatThrownBy(() -> BaggageText.canonical(List.of("k=a b")))
        .hasMessageContaining("must not stand in baggage");
  }

  private static TraceContextCase named(String name) {
    return TraceContextCase.read("w3c.cases").cases().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
