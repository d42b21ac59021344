package dev.gossamer.benchmarks.hot;

import dev.gossamer.telemetry.recording.OtlpLogExporter;
import dev.gossamer.telemetry.recording.RecordingLoggerProvider;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A log record of a text by the SDK and by the agent, on one thread: until it is emitted, and to
 * the bytes that go to the collector, 512 records of eight loggers at a time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogBenchmark {
  private static final int BATCH = 512;
  private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

  private static final Resource RESOURCE =
      Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "shop"));

  private static final String[] TEXTS = new String[10_007];

  static {
    for (int i = 0; i < TEXTS.length; i++) {
      TEXTS[i] = "item " + i + " is asked for, and there are some of it";
    }
  }

  /** Who makes and encodes the record. */
  @Param({"sdk", "agent"})
  public String by = "agent";

  /** How many attributes it has. */
  @Param({"0", "1"})
  public int attributes;

  private final CountingConnection bytes = new CountingConnection();
  private final List<ReadWriteLogRecord> theirs = new ArrayList<>(BATCH);
  private final List<LogRecordData> ours = new ArrayList<>(BATCH);
  private int line;
  private Logger @Nullable [] loggers;
  private @Nullable LogRecordExporter exporter;

  /** A record that is emitted, and forgotten. */
  @Benchmark
  public int record() {
    emit();
    int records = theirs.size() + ours.size();
    if (records == BATCH) {
      theirs.clear();
      ours.clear();
    }
    return records;
  }

  /** A record that is exported. */
  @Benchmark
  public long recordToBytes() {
    emit();
    if (theirs.size() + ours.size() == BATCH) {
      // As the exporting thread does.
      List<LogRecordData> batch = new ArrayList<>(BATCH);
      theirs.forEach(record -> batch.add(record.toLogRecordData()));
      batch.addAll(ours);
      exporter().export(batch);
      theirs.clear();
      ours.clear();
    }
    return bytes.count();
  }

  private void emit() {
    line = (line + 1) & Integer.MAX_VALUE;
    var record =
        loggers()[line & 7]
            .logRecordBuilder()
            .setTimestamp(1_700_000_000_000_000_000L + line, TimeUnit.NANOSECONDS)
            .setSeverity(Severity.INFO)
            .setSeverityText("INFO")
            .setBody(TEXTS[line % TEXTS.length]);
    if (attributes > 0) {
      record.setAttribute(USER, "ann");
    }
    record.emit();
  }

  private Logger[] loggers() {
    Logger[] made = loggers;
    if (made == null) {
      LoggerProvider provider = by.equals("sdk") ? sdk() : agent();
      made = new Logger[8];
      for (int i = 0; i < made.length; i++) {
        made[i] = provider.get("org.example.shop.Logger" + i);
      }
      loggers = made;
    }
    return made;
  }

  private LoggerProvider agent() {
    Consumer<LogRecordData> keep = ours::add;
    return new RecordingLoggerProvider(RESOURCE, 128, Integer.MAX_VALUE, keep);
  }

  private LoggerProvider sdk() {
    LogRecordProcessor keep = (context, record) -> theirs.add(record);
    return SdkLoggerProvider.builder().setResource(RESOURCE).addLogRecordProcessor(keep).build();
  }

  private LogRecordExporter exporter() {
    LogRecordExporter made = exporter;
    if (made == null) {
      made =
          by.equals("sdk")
              ? OtlpHttpLogRecordExporter.builder().setComponentLoader(bytes.loader()).build()
              : new OtlpLogExporter(bytes);
      exporter = made;
    }
    return made;
  }
}
