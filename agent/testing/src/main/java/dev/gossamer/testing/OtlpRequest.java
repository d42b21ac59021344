package dev.gossamer.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One export request as it arrived, accepted or not.
 *
 * @param signal {@code traces}, {@code metrics}, {@code logs} or {@code unknown}
 * @param path the HTTP path, or the full gRPC method name
 * @param headers by lower-case name, values in the order of the wire
 * @param body the message, unpacked if it was compressed
 * @param wireBytes size of the body on the wire; -1 where the transport does not say
 * @param answer what it was answered with
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed out once and never changed
public record OtlpRequest(
    String signal,
    String path,
    Map<String, List<String>> headers,
    byte[] body,
    long wireBytes,
    Answer answer) {

  /** The first value of a header, or null when the request does not have it. */
  public @Nullable String header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null ? null : values.get(0);
  }
}
