package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoxedNumbersTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 200, 456, 8080, 65535, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void areTheSameNumber(int number) {
    assertThat(BoxedNumbers.of(number)).isEqualTo(number);
    assertThat(BoxedNumbers.of(number)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(ints = {456, 8080, -70000})
  void areMadeOnceUntilAnotherTakesTheirPlace(int number) {
    Long first = BoxedNumbers.of(number);
    assertThat(BoxedNumbers.of(number)).isSameAs(first);
    assertThat(BoxedNumbers.of(number + 256)).isEqualTo(number + 256L);
    assertThat(BoxedNumbers.of(number)).isEqualTo(first);
  }
}
