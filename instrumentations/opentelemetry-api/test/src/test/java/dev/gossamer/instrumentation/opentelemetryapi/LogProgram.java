package dev.gossamer.instrumentation.opentelemetryapi;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What an application does with the API's loggers. */
final class LogProgram {
  private LogProgram() {}

  private static LogRecordBuilder record() {
    Logger logger =
        GlobalOpenTelemetry.get()
            .getLogsBridge()
            .loggerBuilder("program")
            .setInstrumentationVersion("1.2.3")
            .setSchemaUrl("https://opentelemetry.io/schemas/1.20.0")
            .build();
    return logger.logRecordBuilder();
  }

  /** Since 1.27. */
  static void records() {
    Tracer tracer = GlobalOpenTelemetry.getTracer("program");
    Span span = tracer.spanBuilder("logging").startSpan();
    Span other = tracer.spanBuilder("other").startSpan();
    try (Scope ignored = span.makeCurrent()) {
      record().setBody("in current").emit();
      record().setBody("in given").setContext(Context.root().with(other)).emit();
      record().setBody("in none").setContext(Context.root()).emit();
    }
    other.end();
    span.end();
    record()
        .setTimestamp(1_700_000_000_000L, TimeUnit.MILLISECONDS)
        .setObservedTimestamp(Instant.ofEpochSecond(1_700_000_001L, 5))
        .setSeverity(Severity.WARN2)
        .setSeverityText("NOTICE")
        .setBody("all of it")
        .setAttribute(AttributeKey.stringKey("string"), "text")
        .setAttribute(AttributeKey.longKey("long"), 3L)
        .setAttribute(AttributeKey.stringArrayKey("strings"), List.of("a", "b"))
        .setAllAttributes(Attributes.builder().put("all", "all").put("more", 2).build())
        .emit();
    record()
        .setTimestamp(Instant.ofEpochSecond(1_700_000_000L, 7))
        .setBody("at an instant")
        .setAttribute(AttributeKey.stringKey("none"), null)
        .setAttribute(AttributeKey.stringKey(""), "nameless")
        .emit();
  }

  /** Since 1.42. */
  static void values() {
    record()
        .setBody(
            Value.of(
                KeyValue.of("list", Value.of(Value.of(1), Value.of("two"))),
                KeyValue.of("number", Value.of(1.5))))
        .emit();
    record().setBody(Value.of(new byte[] {1, 2})).emit();
  }

  /** Since 1.50. */
  static void events() {
    record().setEventName("program.event").setBody("event").setAttribute("short", "form").emit();
  }

  /** Since 1.60. */
  static void exceptions() {
    record().setBody("failed").setException(new IllegalStateException("broken")).emit();
  }
}
