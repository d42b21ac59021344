package dev.gossamer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodOptionsTest {
  private final RecordedLines lines = new RecordedLines();

  @AfterEach
  void close() {
    lines.close();
  }

  @Test
  void readsClassesAndTheirMethods() {
    assertThat(included(" a.B[c, d] ;a.B$E[f];;G[h];a.B[i]; "))
        .isEqualTo(Map.of("a.B", Set.of("c", "d", "i"), "a.B$E", Set.of("f"), "G", Set.of("h")));
    assertThat(lines.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.B",
        "a.B[",
        "a.B[]",
        "a.B[c",
        "[c]",
        "a.B[*]",
        "a..B[c]",
        "a.B.[c]",
        "a.B[c]d",
        "a.B[c d]",
        "a.B[<init>]",
        "java.lang.Object[toString]",
        "java.util.List[add]"
      })
  void leavesOutWhatIsNeither(String entry) {
    assertThat(included(entry + ";x.Y[z]")).isEqualTo(Map.of("x.Y", Set.of("z")));
    assertThat(lines.lines())
        .singleElement()
        .asString()
        .contains("OTEL_INSTRUMENTATION_METHODS_INCLUDE has entries left out: " + entry + ";");
  }

  private static Map<String, Set<String>> included(String value) {
    Map<String, String> environment = Map.of("OTEL_INSTRUMENTATION_METHODS_INCLUDE", value);
    return MethodOptions.from(Settings.of(environment, Map.of())).included();
  }
}
