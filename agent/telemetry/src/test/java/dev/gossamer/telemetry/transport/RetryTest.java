package dev.gossamer.telemetry.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.RetryInfo;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next attempt is due. */
final class RetryTest {

  /** Sun, 06 Nov 1994 08:49:37 GMT. */
  private static final long NOW = 784111777_000L;

  @RepeatedTest(50)
  void backsOffExponentiallyWithAFifthOfJitterAndNoFurtherThanTheMaximum() {
    RetrySchedule schedule = new RetrySchedule(RetryPolicy.getDefault());
    for (double millis : new double[] {1000, 1500, 2250, 3375}) {
      assertThat(schedule.nextDelayNanos(0) / 1e6).isBetween(0.8 * millis, 1.2 * millis);
    }
    assertThat(schedule.nextDelayNanos(0)).isEqualTo(RetrySchedule.GIVE_UP);
    RetrySchedule steep = new RetrySchedule(RetryPolicy.builder().setBackoffMultiplier(9).build());
    assertThat(steep.nextDelayNanos(0) / 1e6).isBetween(800.0, 1200.0);
    assertThat(steep.nextDelayNanos(0) / 1e6).isBetween(4000.0, 6000.0);
  }

  @Test
  void honoursExactlyWhatTheCollectorAsksFor() {
    RetrySchedule schedule = new RetrySchedule(RetryPolicy.getDefault());
    assertThat(schedule.nextDelayNanos(3_000_000_000L)).isEqualTo(3_000_000_000L);
    assertThat(schedule.nextDelayNanos(1)).isEqualTo(1);
  }

  @Test
  void hasOneAttemptWithoutAPolicy() {
    assertThat(new RetrySchedule(null).nextDelayNanos(0)).isEqualTo(RetrySchedule.GIVE_UP);
    assertThat(new RetrySchedule(null).nextDelayNanos(5)).isEqualTo(RetrySchedule.GIVE_UP);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "3, 3",
    "007, 7",
    "99999999999999999999999, 1000000000",
    "'Sun, 06 Nov 1994 08:49:40 GMT', 3",
    "'Sun, 06 Nov 1994 08:49:37 GMT', 0",
    "'Sat, 05 Nov 1994 08:49:37 GMT', 0",
    "'Sunday, 06-Nov-94 08:49:40 GMT', 0",
    "'Mon, 06 Nov 1994 08:49:40 GMT', 0",
    "'', 0",
    "-1, 0",
    "1.5, 0",
    "soon, 0",
  })
  void readsRetryAfter(String value, long seconds) {
    assertThat(RetryAfter.nanos(value, NOW)).isEqualTo(TimeUnit.SECONDS.toNanos(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 500000000, 1500000000",
    "0, 0, 0",
    "-5, -3, 0",
    "9000000000, 0, 1000000000000000000"
  })
  void readsRetryInfo(long seconds, int nanos, long expected) {
    byte[] status =
        com.google.rpc.Status.newBuilder()
            .setCode(8)
            .addDetails(
                Any.pack(
                    RetryInfo.newBuilder()
                        .setRetryDelay(
                            com.google.protobuf.Duration.newBuilder()
                                .setSeconds(seconds)
                                .setNanos(nanos))
                        .build()))
            .build()
            .toByteArray();
    String padded = Base64.getEncoder().encodeToString(status);
    String unpadded = Base64.getEncoder().withoutPadding().encodeToString(status);
    assertThat(GrpcTrailers.retryInfoNanos(padded)).isEqualTo(expected);
    assertThat(GrpcTrailers.retryInfoNanos(unpadded)).isEqualTo(expected);
  }

  @Test
  void findsNoRetryInfoInAnyOtherBytes() {
    assertThat(GrpcTrailers.retryInfoNanos("")).isEqualTo(GrpcAnswer.NO_RETRY_INFO);
    assertThat(GrpcTrailers.retryInfoNanos("!!!")).isEqualTo(GrpcAnswer.NO_RETRY_INFO);
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(48)];
      random.nextBytes(bytes);
      String base64 = Base64.getEncoder().encodeToString(bytes);
      assertThat(GrpcTrailers.retryInfoNanos(base64)).isEqualTo(GrpcAnswer.NO_RETRY_INFO);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "a%20b, 'a b'",
    "%e2%82%AC, €",
    "100%, 100%",
    "%4, %4",
    "%zz, %zz",
    "%25zz, %zz",
  })
  void readsGrpcMessages(String encoded, String expected) {
    assertThat(GrpcTrailers.message(encoded)).isEqualTo(expected);
  }
}
