package dev.gossamer.telemetry.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An open connection to the collector: bytes in, bytes out, both buffered. One thread at a time.
 */
final class Connection {

  private static final int BUFFER_BYTES = 8192;

  final InputStream in;
  final OutputStream out;
  private final TimedChannel channel;

  private Connection(TimedChannel channel, InputStream in, OutputStream out) {
    this.channel = channel;
    this.in = new BufferedInputStream(in, BUFFER_BYTES);
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  /**
   * Connects, trying every address of the host, and shakes hands where the endpoint wants TLS. Name
   * resolution alone is the JVM's and can't be limited in time.
   *
   * @param connectTimeout for the TCP connection
   * @param deadline for everything
   */
  static Connection open(
      Endpoint endpoint, Tls tls, boolean http2, Duration connectTimeout, Deadline deadline)
      throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(endpoint.host);
    Deadline connected = deadline.orEarlier(Deadline.after(connectTimeout));
    @Nullable IOException failure = null;
    for (int i = 0; i < addresses.length; i++) {
      InetSocketAddress address = new InetSocketAddress(addresses[i], endpoint.port);
      // A black hole among the addresses must leave time for the others.
      long share = connected.remainingNanos() / (addresses.length - i);
      TimedChannel channel;
      try {
        channel = TimedChannel.connect(address, Deadline.afterNanos(share));
      } catch (SocketTimeoutException e) {
        failure = describe(new SocketTimeoutException("no answer in time"), endpoint, failure);
        continue;
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failure = describe(e, endpoint, failure);
        continue;
      }
      return secure(channel, address, endpoint, tls, http2, deadline);
    }
    throw failure == null ? new ConnectException("no address for " + endpoint) : failure;
  }

  private static IOException describe(
      IOException e, Endpoint endpoint, @Nullable IOException earlier) {
    IOException described =
        new ConnectException("cannot connect to " + endpoint + ": " + e.getMessage());
    described.initCause(e);
    if (earlier != null) {
      described.addSuppressed(earlier);
    }
    return described;
  }

  private static Connection secure(
      TimedChannel channel,
      InetSocketAddress address,
      Endpoint endpoint,
      Tls tls,
      boolean http2,
      Deadline deadline)
      throws IOException {
    channel.setDeadline(deadline);
    if (!endpoint.tls) {
      return new Connection(
          channel,
          new ChannelSocket.ChannelInput(channel),
          new ChannelSocket.ChannelOutput(channel));
    }
    boolean done = false;
    try {
      SSLSocket socket = tls.handshake(channel, address, endpoint, http2);
      Connection connection =
          new Connection(channel, socket.getInputStream(), socket.getOutputStream());
      done = true;
      return connection;
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  void setDeadline(Deadline deadline) {
    channel.setDeadline(deadline);
  }

  /** Whether the other side hung up since the last call. Never waits. */
  boolean isPeerGone() {
    return channel.isPeerGone();
  }

  /** Drops the connection at once, without a farewell that could block. */
  void close() {
    channel.close();
  }
}
