package dev.gossamer.telemetry.recording;

import dev.gossamer.config.AgentLog;
import dev.gossamer.telemetry.transport.OtlpClient;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is exported, as few requests as can be. What cannot be encoded is left out and told
 * of; the rest of its batch is sent. Only for the exporting thread.
 *
 * @param <T> what is recorded
 */
final class OtlpSender<T> {
  /** A batch becomes several requests before memory, or the 4 MiB that gRPC takes, run out. */
  private static final int LARGEST_REQUEST = 3 << 20;

  private final OtlpClient client;
  private final OtlpEncoder<T> encoder;
  private final String many;
  private long unusable;
  private long tellAt = 1;

  /**
   * @param many what it sends, such as {@code spans}
   */
  OtlpSender(OtlpClient client, OtlpEncoder<T> encoder, String many) {
    this.client = client;
    this.encoder = encoder;
    this.many = many;
  }

  /** Sends them and waits for the answer. */
  CompletableResultCode send(Collection<T> records) {
    try {
      Throwable failure = trySending(records);
      return failure == null
          ? CompletableResultCode.ofSuccess()
          : CompletableResultCode.ofExceptionalFailure(failure);
    } catch (IOException e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    } finally {
      encoder.clear();
    }
  }

  private @Nullable Throwable trySending(Collection<T> records) throws IOException {
    Throwable unencoded = null;
    boolean sent = false;
    for (T record : records) {
      try {
        encoder.add(record);
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
    if (encoder.count() > 0) {
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
          many
              + " that cannot be encoded are not exported, "
              + unusable
              + " so far: "
              + cause.getClass().getName()
              + "; OTEL_JAVAAGENT_DEBUG=true shows where");
    }
    AgentLog.debug("one of the " + many + " cannot be encoded", cause);
  }

  CompletableResultCode shutdown() {
    return client.shutdown();
  }
}
