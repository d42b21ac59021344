package dev.gossamer.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LatenciesTest {
  @Test
  void theReportIsRequestsFailuresMedianAndTail() {
    Latencies latencies = new Latencies();
    for (int i = 100; i >= 0; i--) {
      latencies.add(i, i != 50);
    }
    assertThat(latencies.report()).isEqualTo("101 1 50 99");
  }

  @Test
  void moreThanFitsAtFirstIsKept() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 100_000; i++) {
      latencies.add(7, true);
    }
    assertThat(latencies.report()).isEqualTo("100000 0 7 7");
  }

  @Test
  void noRequestsAreReportedToo() {
    assertThat(new Latencies().report()).isEqualTo("0 0 0 0");
  }
}
