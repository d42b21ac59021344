package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes one {@code POST} after the other (RFC 9112). */
final class HttpRequestWriter implements RequestHeaders.Sink {

  private final Endpoint endpoint;
  private final String contentType;
  private final RequestHeaders headers;
  private final StringBuilder head = new StringBuilder(512);
  private boolean hostGiven;

  HttpRequestWriter(Endpoint endpoint, String contentType, RequestHeaders headers) {
    this.endpoint = endpoint;
    this.contentType = contentType;
    this.headers = headers;
  }

  void write(Payload payload, OutputStream out) throws IOException {
    head.setLength(0);
    hostGiven = false;
    head.append("POST ").append(endpoint.path).append(" HTTP/1.1\r\n");
    headers.forEach(this);
    if (!hostGiven) {
      append("Host", endpoint.authority);
    }
    append("Content-Type", contentType);
    @Nullable String encoding = payload.encoding;
    if (encoding != null) {
      append("Content-Encoding", encoding);
    }
    append("Content-Length", Integer.toString(payload.length()));
    head.append("\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    payload.writeTo(out);
    out.flush();
  }

  @Override
  public void header(String name, String lowerCase, String value) {
    hostGiven |= lowerCase.equals("host");
    append(name, value);
  }

  private void append(String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
