package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import javax.net.ssl.SSLException;

/** One keep-alive connection of HTTP/1.1. */
final class HttpSession implements Session {

  private final Connection connection;
  private final HttpRequestWriter writer;
  private final HttpResponseReader reader;
  private boolean reusable = true;

  HttpSession(Connection connection, HttpRequestWriter writer, HttpResponseReader reader) {
    this.connection = connection;
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public HttpAnswer call(Payload payload, Deadline deadline) throws IOException {
    connection.setDeadline(deadline);
    reusable = false;
    reader.reset();
    try {
      writer.write(payload, connection.out);
    } catch (InterruptedIOException | ProtocolException e) {
      throw e;
    } catch (IOException e) {
      return answerTo(e);
    }
    HttpAnswer answer = reader.read();
    reusable = reader.isKeepAlive();
    return answer;
  }

  /**
   * A server may refuse a request before it has read it all, and close: that answer counts, and so
   * does what TLS says in farewell, of a certificate perhaps.
   */
  private HttpAnswer answerTo(IOException writeFailure) throws IOException {
    try {
      return reader.read();
    } catch (IOException e) {
      if (reader.isAnswered() || e instanceof SSLException) {
        e.addSuppressed(writeFailure);
        throw e;
      }
      writeFailure.addSuppressed(e);
      throw writeFailure;
    }
  }

  @Override
  public boolean isAnswered() {
    return reader.isAnswered();
  }

  @Override
  public boolean isReusable() {
    return reusable && !connection.isPeerGone();
  }

  @Override
  public void close() {
    connection.close();
  }
}
