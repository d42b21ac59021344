package dev.gossamer.telemetry.transport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends requests to one collector. Thread-safe. */
public interface OtlpClient {

  /**
   * Sends a request and waits for the answer, retrying as configured.
   *
   * @param message may be asked to write itself several times
   * @return null if the collector took it, else what it said instead, as the SDK's exporters put it
   * @throws IOException if there was no answer, or the request is too large to be sent
   */
  @Nullable Exception send(MessageWriter message) throws IOException;

  /** Ends a wait between attempts and refuses further requests; one under way may finish. */
  CompletableResultCode shutdown();
}
