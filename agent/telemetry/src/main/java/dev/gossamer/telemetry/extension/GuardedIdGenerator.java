package dev.gossamer.telemetry.extension;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;

/** An extension's ids; where it fails, or they are none, random ones. Thread-safe. */
final class GuardedIdGenerator implements IdGenerator {
  private final Extension extension;
  private final IdGenerator generator;

  GuardedIdGenerator(Extension extension, IdGenerator generator) {
    this.extension = extension;
    this.generator = generator;
  }

  @Override
  public String generateSpanId() {
    try {
      String id = generator.generateSpanId();
      if (SpanId.isValid(id)) {
        return id;
      }
      extension.failed(new IllegalStateException("no span id: ".concat(String.valueOf(id))));
    } catch (Throwable failure) {
      extension.failed(failure);
    }
    return IdGenerator.random().generateSpanId();
  }

  @Override
  public String generateTraceId() {
    try {
      String id = generator.generateTraceId();
      if (TraceId.isValid(id)) {
        return id;
      }
      extension.failed(new IllegalStateException("no trace id: ".concat(String.valueOf(id))));
    } catch (Throwable failure) {
      extension.failed(failure);
    }
    return IdGenerator.random().generateTraceId();
  }

  @Override
  public boolean generatesRandomTraceIds() {
    try {
      return generator.generatesRandomTraceIds();
    } catch (Throwable failure) {
      extension.failed(failure);
      return false;
    }
  }

  @Override
  public String toString() {
    return generator.getClass().getName();
  }
}
