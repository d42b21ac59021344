package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.config.RecordedLines;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportReportTest {
  private final RecordedLines recorded = new RecordedLines();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
  private final ExportReport report = ExportReport.ofSpans("http://c:4318", 2048, now::get);

  @AfterEach
  void stopRecording() {
    recorded.close();
  }

  private void pass(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void aCollectorThatIsAwayCostsALineAtOnceThenOneAMinuteThenOneWhenItIsBack() {
    for (int i = 0; i < 30; i++) {
      report.failed(10, new ConnectException("Connection refused"));
      pass(5);
    }
    report.succeeded();
    report.succeeded();
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: spans cannot be exported to http://c:4318 (10 spans lost so"
                + " far): no connection (Connection refused); is the collector running, and is"
                + " OTEL_EXPORTER_OTLP_ENDPOINT right?",
            "[gossamer] warning: spans cannot be exported to http://c:4318 for 60 s (130 spans"
                + " lost so far): no connection (Connection refused); is the collector running, and"
                + " is OTEL_EXPORTER_OTLP_ENDPOINT right?",
            "[gossamer] warning: spans cannot be exported to http://c:4318 for 120 s (250 spans"
                + " lost so far): no connection (Connection refused); is the collector running, and"
                + " is OTEL_EXPORTER_OTLP_ENDPOINT right?",
            "[gossamer] spans are exported to http://c:4318 again, after 150 s; 300 spans lost"
                + " meanwhile");
  }

  @Test
  void oneThatComesAndGoesCostsNoMoreThanTwoLinesAMinute() {
    for (int i = 0; i < 60; i++) {
      report.failed(1, null);
      pass(1);
      report.succeeded();
    }
    assertThat(recorded.lines()).hasSize(2);
    assertThat(report.isFailing()).isFalse();
  }

  @Test
  void droppedSpansAreToldOnceAMinuteWithTheReason() {
    report.dropped(0);
    report.dropped(3);
    pass(30);
    report.dropped(8);
    pass(31);
    report.failed(1, null);
    report.dropped(8);
    assertThat(recorded.lines())
        .anyMatch(line -> line.contains("3 spans dropped, 3 since the start: they end faster"))
        .anyMatch(line -> line.contains("5 spans dropped, 8 since the start: the collector does"))
        .hasSize(3);
  }

  @Test
  void whatTheCollectorRefusesIsToldOnceAMinute() {
    report.onPartialSuccess("url", 2, "bad\nspans");
    report.onPartialSuccess("url", 3, "bad spans");
    pass(61);
    report.onPartialSuccess("url", 4, "");
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: the collector at http://c:4318 refused 2 spans: bad spans",
            "[gossamer] warning: the collector at http://c:4318 refused 7 spans: it does not say"
                + " why");
  }

  @Test
  void aMereWarningOfTheCollectorIsPassedOn() {
    report.onPartialSuccess("url", 0, "deprecated");
    assertThat(recorded.lines())
        .containsExactly("[gossamer] warning: the collector at http://c:4318 warns: deprecated");
  }
}
