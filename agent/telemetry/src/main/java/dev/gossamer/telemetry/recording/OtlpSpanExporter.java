package dev.gossamer.telemetry.trace;

import dev.gossamer.config.AgentLog;
import dev.gossamer.telemetry.transport.OtlpClient;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Exports spans as OTLP's protocol buffers, whoever made them. A span that cannot be encoded is
 * left out and told of; the others of its batch are exported.
 *
 * <p>Only for the exporting thread.
 */
public final class OtlpSpanExporter implements SpanExporter {
  /** A batch becomes several requests before memory, or the 4 MiB that gRPC takes, run out. */
  private static final int LARGEST_REQUEST = 3 << 20;

  private final OtlpClient client;
  private final SpanEncoder encoder = new SpanEncoder();
  private long unusable;
  private long tellAt = 1;

  public OtlpSpanExporter(OtlpClient client) {
    this.client = client;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    try {
      Throwable failure = send(spans);
      return failure == null
          ? CompletableResultCode.ofSuccess()
          : CompletableResultCode.ofExceptionalFailure(failure);
    } catch (IOException e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    } finally {
      encoder.clear();
    }
  }

  private @Nullable Throwable send(Collection<SpanData> spans) throws IOException {
    Throwable unencoded = null;
    boolean sent = false;
    for (SpanData span : spans) {
      try {
        encoder.add(span);
      } catch (RuntimeException | StackOverflowError e) {
        unencoded = e;
        tellUnusable(e);
      }
      if (encoder.bytes() > LARGEST_REQUEST) {
        Exception failure = client.send(encoder);
        if (failure != null) {
          return failure;
        }
        sent = true;
        encoder.clear();
      }
    }
    if (encoder.spans() > 0) {
      return client.send(encoder);
    }
    return sent ? null : unencoded;
  }

  /** In a line for the first, the tenth, the hundredth. */
  private void tellUnusable(Throwable cause) {
    unusable++;
    if (unusable == tellAt) {
      tellAt *= 10;
      AgentLog.warn(
          "spans that cannot be encoded are not exported, "
              + unusable
              + " so far: "
              + cause.getClass().getName()
              + "; OTEL_JAVAAGENT_DEBUG=true shows where");
    }
    AgentLog.debug("a span cannot be encoded", cause);
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return client.shutdown();
  }
}
