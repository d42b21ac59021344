package dev.gossamer.telemetry.extension;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/** An extension's log record processor on the application's threads: what it throws ends here. */
final class GuardedLogProcessor implements LogRecordProcessor {
  private final Extension extension;
  private final LogRecordProcessor processor;

  GuardedLogProcessor(Extension extension, LogRecordProcessor processor) {
    this.extension = extension;
    this.processor = processor;
  }

  @Override
  public void onEmit(Context context, ReadWriteLogRecord record) {
    try {
      processor.onEmit(context, record);
    } catch (Throwable failure) {
      extension.failed(failure);
    }
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
