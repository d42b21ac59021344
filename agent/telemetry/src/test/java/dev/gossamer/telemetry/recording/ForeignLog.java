package dev.gossamer.telemetry.recording;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/** A log record that neither the SDK nor the agent made. */
record ForeignLog(
    Resource getResource,
    InstrumentationScopeInfo getInstrumentationScopeInfo,
    long getTimestampEpochNanos,
    long getObservedTimestampEpochNanos,
    SpanContext getSpanContext,
    Severity getSeverity,
    @Nullable String getSeverityText,
    @Nullable Value<?> getBodyValue,
    Attributes getAttributes,
    int getTotalAttributeCount,
    @Nullable String getEventName)
    implements LogRecordData {
  @Override
  @Deprecated
  public io.opentelemetry.sdk.logs.data.Body getBody() {
    throw new UnsupportedOperationException();
  }
}
