package dev.gossamer.telemetry.transport;

import java.io.IOException;

/** One connection that carries one call after the other. One thread at a time. */
interface Session {

  /**
   * Sends one batch and waits for the answer.
   *
   * @throws java.net.ProtocolException if another attempt would end the same way
   */
  Answer call(Payload payload, Deadline deadline) throws IOException;

  /** Whether any part of an answer to the latest call has come: if not, a retry is harmless. */
  boolean isAnswered();

  /** Whether another call may follow. Never waits. */
  boolean isReusable();

  void close();
}
