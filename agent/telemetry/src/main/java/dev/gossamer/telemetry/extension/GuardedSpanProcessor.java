package dev.gossamer.telemetry.extension;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import org.jspecify.annotations.Nullable;

/** An extension's span processor on the application's threads: what it throws ends here. */
final class GuardedSpanProcessor implements ExtendedSpanProcessor {
  private final Extension extension;
  private final SpanProcessor processor;
  private final @Nullable ExtendedSpanProcessor ending;
  private final boolean startRequired;
  private final boolean endRequired;

  /** Asks it, which may throw, what it wants to be called for. */
  GuardedSpanProcessor(Extension extension, SpanProcessor processor) {
    this.extension = extension;
    this.processor = processor;
    startRequired = processor.isStartRequired();
    endRequired = processor.isEndRequired();
    ending =
        processor instanceof ExtendedSpanProcessor
                && ((ExtendedSpanProcessor) processor).isOnEndingRequired()
            ? (ExtendedSpanProcessor) processor
            : null;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    try {
      processor.onStart(parent, span);
    } catch (Throwable failure) {
      extension.failed(failure);
    }
  }

  @Override
  public boolean isStartRequired() {
    return startRequired;
  }

  @Override
  public void onEnding(ReadWriteSpan span) {
    try {
      if (ending != null) {
        ending.onEnding(span);
      }
    } catch (Throwable failure) {
      extension.failed(failure);
    }
  }

  @Override
  public boolean isOnEndingRequired() {
    return ending != null;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    try {
      processor.onEnd(span);
    } catch (Throwable failure) {
      extension.failed(failure);
    }
  }

  @Override
  public boolean isEndRequired() {
    return endRequired;
  }

  @Override
  public CompletableResultCode forceFlush() {
    try {
      return processor.forceFlush();
    } catch (Throwable failure) {
      extension.failed(failure);
      return CompletableResultCode.ofFailure();
    }
  }

  @Override
  public CompletableResultCode shutdown() {
    try {
      return processor.shutdown();
    } catch (Throwable failure) {
      extension.failed(failure);
      return CompletableResultCode.ofFailure();
    }
  }
}
