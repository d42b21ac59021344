package dev.gossamer.api.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pools are called. */
final class ExecutorMetricsTest {
  @ParameterizedTest
  @CsvSource({
    "pool-1-thread-1, pool-*-thread",
    "pool-27-thread-314, pool-*-thread",
    "http-nio-8080-exec-3, http-nio-*-exec",
    "ForkJoinPool.commonPool-worker-1, ForkJoinPool.commonPool-worker",
    "ForkJoinPool-2-worker-11, ForkJoinPool-*-worker",
    "HikariPool-1 housekeeper, HikariPool-* housekeeper",
    "worker [7], worker [*]",
    "mailer, mailer",
    "7, _OTHER",
    "'', _OTHER"
  })
  void aPoolIsCalledWhatItsThreadsHaveInCommon(String thread, String name) {
    assertThat(ExecutorMetrics.name(thread)).isEqualTo(name);
  }
}
