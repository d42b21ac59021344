package dev.gossamer.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecordedLogTest {
  private static final Resource RESOURCE =
      Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "test"));
  private static final AttributeKey<String> KEY = AttributeKey.stringKey("key");
  private static final Exception THROWN = new IllegalStateException("no stock");

  private final List<LogRecordData> emitted = new ArrayList<>();
  private final Logger logger =
      new RecordingLoggerProvider(RESOURCE, 128, Integer.MAX_VALUE, emitted::add).get("test");

  @Test
  void recordsWhatTheSdkRecords() throws Exception {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      int most = random.nextBoolean() ? 128 : random.nextInt(6);
      int longest = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(50);
      LogLimits limits =
          LogLimits.builder()
              .setMaxNumberOfAttributes(most)
              .setMaxAttributeValueLength(longest)
              .build();
      List<LogRecordData> sdk = new ArrayList<>();
      List<LogRecordData> own = new ArrayList<>();
      LoggerProvider theirs =
          SdkLoggerProvider.builder()
              .setResource(RESOURCE)
              .setLogLimits(() -> limits)
              .addLogRecordProcessor(new Emitted(sdk::add))
              .build();
      LoggerProvider ours = new RecordingLoggerProvider(RESOURCE, most, longest, own::add);

      program(seed, theirs);
      program(seed, ours);

      assertThat(described(own)).as("seed %s", seed).isEqualTo(described(sdk));
      LogEncoder encoder = new LogEncoder();
      own.forEach(encoder::add);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      encoder.writeMessage(bytes);
      // The SDK's exporter reads them as ours does.
      assertThat(bytes.toByteArray()).as("seed %s", seed).isEqualTo(SdkBytes.ofLogs(own));
    }
  }

  /** The same calls for the same seed. Of each builder there are several records. */
  private static void program(int seed, LoggerProvider provider) {
    RandomSpans values = new RandomSpans(seed);
    Random random = new Random(seed);
    String name = random.nextInt(5) == 0 ? "" : "scope";
    Logger logger =
        random.nextBoolean()
            ? provider.get(name)
            : provider
                .loggerBuilder(name)
                .setInstrumentationVersion("1")
                .setSchemaUrl("https://example.org")
                .build();
    LogRecordBuilder builder = logger.logRecordBuilder();
    for (int records = 1 + random.nextInt(3); records > 0; records--) {
      for (int i = random.nextInt(20); i > 0; i--) {
        set(builder, random, values);
      }
      Context context =
          random.nextBoolean()
              ? Context.root()
              : Context.root().with(Span.wrap(values.context(true)));
      try (Scope ignored = context.makeCurrent()) {
        builder.emit();
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void set(LogRecordBuilder builder, Random random, RandomSpans values) {
    switch (random.nextInt(15)) {
      case 0 -> builder.setTimestamp(random.nextInt(1000), TimeUnit.MILLISECONDS);
      case 1 -> builder.setTimestamp(Instant.ofEpochSecond(7, random.nextInt(1000)));
      case 2 -> builder.setObservedTimestamp(random.nextInt(3), TimeUnit.MICROSECONDS);
      case 3 -> builder.setObservedTimestamp(Instant.ofEpochSecond(8, random.nextInt(1000)));
      case 4 -> builder.setContext(Context.root().with(Span.wrap(values.context(true))));
      case 5 -> builder.setContext(random.nextBoolean() ? null : Context.root());
      case 6 -> builder.setSeverity(Severity.values()[random.nextInt(25)]);
      case 7 -> builder.setSeverityText(random.nextInt(4) == 0 ? null : values.text());
      case 8 -> builder.setBody(values.text());
      case 9 -> builder.setBody(random.nextInt(4) == 0 ? null : values.any(3));
      case 10 -> builder.setEventName(random.nextInt(4) == 0 ? null : values.text());
      case 11 -> builder.setException(random.nextInt(4) == 0 ? null : THROWN);
      case 12 ->
          builder.setAttribute(
              AttributeKey.stringKey("exception." + (random.nextBoolean() ? "type" : "message")),
              values.text());
      case 13 -> {
        builder.setAttribute("", "no name");
        builder.setAttribute("null", (String) null);
        builder.setAttribute((AttributeKey<String>) null, "no key");
        builder.setAllAttributes(values.attributes());
      }
      default -> builder.setAttribute((AttributeKey) values.key(), values.value());
    }
  }

  private static String described(List<LogRecordData> records) {
    StringBuilder text = new StringBuilder();
    for (LogRecordData record : records) {
      text.append(record.getTimestampEpochNanos()).append(' ');
      // What the clock said is another time for each of the two.
      long observed = record.getObservedTimestampEpochNanos();
      text.append(observed > TimeUnit.DAYS.toNanos(10_000) ? "now" : "" + observed).append(' ');
      text.append(record.getSeverity()).append(' ').append(record.getSeverityText()).append(' ');
      text.append(record.getBodyValue()).append(' ').append(record.getEventName()).append(' ');
      text.append(record.getSpanContext()).append(' ').append(record.getResource());
      text.append(record.getInstrumentationScopeInfo()).append(record.getTotalAttributeCount());
      List<String> entries = new ArrayList<>();
      // The builder unwraps what is simple in a Value, and the SDK copies attributes by a builder.
      Attributes unwrapped = record.getAttributes().toBuilder().build();
      unwrapped.forEach((key, value) -> entries.add(key + " " + key.getType() + "=" + value));
      Collections.sort(entries);
      text.append(entries).append('\n');
    }
    return text.toString();
  }

  @Test
  void isNotChangedByWhatItsBuilderIsToldLater() {
    LogRecordBuilder builder = logger.logRecordBuilder().setBody("first").setAttribute(KEY, "one");
    builder.emit();
    builder.setBody("second").setAttribute(KEY, "two").setSeverity(Severity.WARN);
    builder.setTimestamp(1, TimeUnit.SECONDS).setEventName("event").setSeverityText("warn");
    builder.emit();
    builder.setAttribute("more", true).emit();

    assertThat(emitted)
        .extracting(RecordedLogTest::body)
        .containsExactly("first", "second", "second");
    assertThat(emitted)
        .extracting(record -> record.getAttributes().get(KEY))
        .containsExactly("one", "two", "two");
    assertThat(emitted)
        .extracting(record -> record.getAttributes().size())
        .containsExactly(1, 1, 2);
    LogRecordData first = emitted.get(0);
    assertThat(first.getSeverity()).isEqualTo(Severity.UNDEFINED_SEVERITY_NUMBER);
    assertThat(first.getTimestampEpochNanos()).isZero();
    assertThat(first.getEventName()).isNull();
    assertThat(first.getSeverityText()).isNull();
  }

  private static String body(LogRecordData record) {
    Value<?> body = record.getBodyValue();
    return body == null ? "" : body.asString();
  }

  @Test
  void isObservedWhenItIsEmitted() {
    long before = System.currentTimeMillis();
    LogRecordBuilder builder = logger.logRecordBuilder();
    builder.emit();
    builder.emit();
    long after = System.currentTimeMillis();

    assertThat(emitted)
        .hasSize(2)
        .allSatisfy(
            record ->
                assertThat(TimeUnit.NANOSECONDS.toMillis(record.getObservedTimestampEpochNanos()))
                    .isBetween(before, after));
    assertThat(emitted.get(0).getObservedTimestampEpochNanos())
        .isLessThanOrEqualTo(emitted.get(1).getObservedTimestampEpochNanos());
  }

  @Test
  void withoutAUnitOrAValueNothingIsSet() {
    logger
        .logRecordBuilder()
        .setTimestamp(1, null)
        .setTimestamp(null)
        .setObservedTimestamp(1, null)
        .setObservedTimestamp(null)
        .setSeverity(null)
        .setBody((String) null)
        .emit();

    LogRecordData record = emitted.get(0);
    assertThat(record.getTimestampEpochNanos()).isZero();
    assertThat(record.getObservedTimestampEpochNanos()).isGreaterThan(1);
    assertThat(record.getSeverity()).isEqualTo(Severity.UNDEFINED_SEVERITY_NUMBER);
    assertThat(record.getBodyValue()).isNull();
  }

  @Test
  @SuppressWarnings("deprecation") // Exporters of before 1.42 ask for it.
  void hasABodyForOldExporters() {
    logger.logRecordBuilder().setBody("text").emit();
    logger.logRecordBuilder().setBody(Value.of(7)).emit();
    logger.logRecordBuilder().emit();

    assertThat(emitted)
        .extracting(record -> record.getBody().asString())
        .containsExactly("text", "7", "");
  }

  private record Emitted(Consumer<LogRecordData> to) implements LogRecordProcessor {
    @Override
    public void onEmit(Context context, ReadWriteLogRecord record) {
      to.accept(record.toLogRecordData());
    }
  }
}
