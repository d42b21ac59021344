package dev.gossamer.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a receiver does with an export request. Immutable; every {@code with} returns a new value.
 *
 * @param kind what happens to the request
 * @param status HTTP status; a gRPC receiver answers 200 with OK, 429 with RESOURCE_EXHAUSTED, 502,
 *     503 and 504 with UNAVAILABLE and everything else with UNKNOWN
 * @param grpcStatus the gRPC status code when not negative, else derived from {@code status}
 * @param delay how long the receiver waits before it answers
 * @param headers headers of the answer; trailers on gRPC, values of {@code -bin} names in base64
 * @param rejected spans reported as rejected in a partial success
 * @param message error message of a partial success
 */
public record Answer(
    Kind kind,
    int status,
    int grpcStatus,
    Duration delay,
    Map<String, String> headers,
    long rejected,
    String message) {

  /** What happens to the request. */
  public enum Kind {
    /** A well-formed answer with the status. */
    MESSAGE,
    /** The connection is closed without an answer. */
    RESET,
    /** The status with a body that is no protobuf message. */
    GARBAGE
  }

  /** Success: what a receiver does unless told otherwise. */
  public static Answer ok() {
    return status(200);
  }

  /** An answer with this HTTP status; the request's data is kept only for 2xx. */
  public static Answer status(int status) {
    return new Answer(Kind.MESSAGE, status, -1, Duration.ZERO, Map.of(), 0, "");
  }

  /** A gRPC status code; for gRPC receivers. */
  public static Answer grpcStatus(int code) {
    return new Answer(
        Kind.MESSAGE, code == 0 ? 200 : 500, code, Duration.ZERO, Map.of(), 0, "scripted");
  }

  /** The connection is closed without an answer. */
  public static Answer reset() {
    return new Answer(Kind.RESET, 0, 14, Duration.ZERO, Map.of(), 0, "");
  }

  /** Status 200 and a body that is no protobuf message. */
  public static Answer garbage() {
    return new Answer(Kind.GARBAGE, 200, -1, Duration.ZERO, Map.of(), 0, "");
  }

  /** Status 200 and a partial success. */
  public static Answer partialSuccess(long rejected, String message) {
    return new Answer(Kind.MESSAGE, 200, -1, Duration.ZERO, Map.of(), rejected, message);
  }

  /** The same, after a delay; closing the receiver ends the delay. */
  public Answer withDelay(Duration delay) {
    return new Answer(kind, status, grpcStatus, delay, headers, rejected, message);
  }

  /** The same with one more header. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(kind, status, grpcStatus, delay, Map.copyOf(more), rejected, message);
  }

  boolean accepts() {
    return kind != Kind.RESET && status >= 200 && status < 300;
  }

  boolean isPartialSuccess() {
    return rejected != 0 || (kind == Kind.MESSAGE && status == 200 && !message.isEmpty());
  }
}
