package dev.gossamer.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "x-test-*, x-test-a, true",
    "x-test-*, x-test-, true",
    "x-test-*, x-other, false",
    "*, anything, true",
    "*-id, request-id, true",
    "*-id, request-ids, false",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXc, false",
    "plain, plain, true",
    "plain, plain2, false",
    "*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
  })
  void aPatternMatchesAsAShellWould(String pattern, String name, boolean expected) {
    assertThat(Glob.matches(pattern, name)).isEqualTo(expected);
  }
}
