package dev.gossamer.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Answer;
import dev.gossamer.testing.LogRecord;
import dev.gossamer.testing.OtlpGrpcReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How records get to the collector, by the example of Logback's. */
final class LogExportTest {
  @RegisterExtension final AgentExtension http = AgentExtension.perTest();

  @RegisterExtension
  final AgentExtension grpc = AgentExtension.perTest().exportingTo(OtlpGrpcReceiver::start);

  private static AgentJvmBuilder logging() {
    return AgentJvm.app(LogbackApp.class)
        .libraries("newest")
        .logs()
        .env("OTEL_BLRP_SCHEDULE_DELAY", "50");
  }

  private static void log(AgentJvm jvm, String text) {
    jvm.call("record", "records", "INFO", text);
  }

  @Test
  void recordsGoOverGrpcToo() {
    AgentJvm jvm = grpc.launch(logging());
    log(jvm, "hello");
    assertThat(grpc.receiver().awaitLog(record -> "hello".equals(record.body())).scope())
        .isEqualTo("records");
  }

  @Test
  void aCollectorThatTakesNoRecordsIsNotAskedAgain() {
    http.receiver().answer("logs", Answer.status(404));
    refused(http, http.launch(logging()), "404");
  }

  @Test
  void noMoreIsOneOfGrpc() {
    grpc.receiver().answer("logs", Answer.grpcStatus(12));
    refused(grpc, grpc.launch(logging()), "UNIMPLEMENTED");
  }

  private static void refused(AgentExtension agent, AgentJvm jvm, String why) {
    assertThat(agent.expectErrorLine(jvm, "no more log records")).contains(why);
    log(jvm, "hello");
    jvm.callUnderSpan(null, "record", "records", "INFO", "hello");
    agent.receiver().awaitSpans(1);
    agent.receiver().claimAll();
    assertThat(jvm.finish()).isZero();
    assertThat(agent.receiver().requests())
        .filteredOn(request -> request.signal().equals("logs"))
        .hasSize(1);
  }

  @Test
  void limitsOfRecordsHoldForTheirAttributes() {
    AgentJvm jvm =
        http.launch(
            logging()
                .env("OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", "2")
                .env("OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT", "4"));
    jvm.call("record-thrown");
    LogRecord record = http.receiver().awaitLog(it -> "failed".equals(it.body()));
    assertThat(record.attributes())
        .hasSize(2)
        .containsEntry("exception.type", "java")
        .containsEntry("exception.message", "no s");
  }

  @Test
  void aRecordNeedsNothingOfTheSdksRecordsAndExporters() {
    AgentJvm jvm = http.launch(logging().jvmArgs("-verbose:class"));
    log(jvm, "hello");
    http.receiver().awaitLog(record -> "hello".equals(record.body()));
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stdout())
        .anyMatch(loaded -> loaded.contains("dev.gossamer.telemetry.recording.RecordedLog "))
        .anyMatch(loaded -> loaded.contains("dev.gossamer.telemetry.recording.OtlpLogExporter "))
        .noneMatch(loaded -> loaded.contains("io.opentelemetry.sdk.logs.Sdk"))
        .noneMatch(loaded -> loaded.contains("io.opentelemetry.exporter.otlp."));
  }

  @Test
  void theConsoleIsStandardOutput() {
    AgentJvm jvm = http.launch(logging().env("OTEL_LOGS_EXPORTER", "console"));
    jvm.callUnderSpan(null, "record", "records", "WARN", "low on stock");
    String span = http.receiver().awaitSpans(1).get(0).spanId();
    http.receiver().claimAll();
    assertThat(jvm.awaitLine(line -> line.startsWith("WARN 'low on stock'")))
        .contains(span, "[records]");
    assertThat(http.receiver().logs()).isEmpty();
  }

  @Test
  void aSwitchedOffSdkExportsNoRecords() {
    AgentJvm jvm = http.launch(logging().env("OTEL_SDK_DISABLED", "true").withoutFence());
    log(jvm, "hello");
    assertThat(jvm.finish()).isZero();
    assertThat(http.receiver().requests()).isEmpty();
  }
}
