package dev.gossamer.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param target the request target, path and query as sent
 * @param headers one entry per header line, names in the case and lines in the order of the wire,
 *     values without white space around them
 * @param peerPort the port of the client
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed out once and never changed
public record RecordedRequest(
    String method,
    String target,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    int peerPort) {

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The values of all lines of a header, whatever the case of its name. */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(line -> line.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * The value of a header that has one line, or null when it has none.
   *
   * @throws AssertionError when there are several lines
   */
  public @Nullable String header(String name) {
    List<String> values = headers(name);
    if (values.size() > 1) {
      throw new AssertionError("several lines of header " + name + ": " + values);
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** The trace id of the {@code traceparent} header; empty when there is none. */
  public String traceId() {
    String parent = header("traceparent");
    return parent == null ? "" : parent.split("-", -1)[1];
  }

  /** The span id of the {@code traceparent} header; empty when there is none. */
  public String spanId() {
    String parent = header("traceparent");
    return parent == null ? "" : parent.split("-", -1)[2];
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
