package dev.gossamer.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Prints a line per span to standard output: the one place where the agent writes there, and only
 * because the user asked for it. The application may replace System.out; this goes past it.
 */
final class ConsoleSpanExporter implements SpanExporter {
  private final OutputStream out;

  ConsoleSpanExporter() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  ConsoleSpanExporter(OutputStream out) {
    this.out = out;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    StringBuilder lines = new StringBuilder();
    for (SpanData span : spans) {
      long micros =
          TimeUnit.NANOSECONDS.toMicros(span.getEndEpochNanos() - span.getStartEpochNanos());
      lines.append('\'').append(FailureText.printable(span.getName(), 500)).append("' ");
      lines.append(span.getTraceId()).append(' ').append(span.getSpanId());
      lines.append(" parent ").append(span.getParentSpanId());
      lines.append(' ').append(span.getKind());
      lines.append(' ').append(micros).append(" us ");
      lines.append(span.getStatus().getStatusCode());
      lines.append(" [").append(span.getInstrumentationScopeInfo().getName()).append("] ");
      lines.append(FailureText.printable(span.getAttributes().toString(), 10_000)).append('\n');
    }
    try {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return CompletableResultCode.ofSuccess();
    } catch (IOException e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
