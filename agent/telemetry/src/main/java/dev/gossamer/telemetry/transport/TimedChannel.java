package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection whose every wait ends at a deadline, writes too. {@code java.net.Socket} has no
 * timeout for a write, so that a collector which stops reading would hold the exporting thread for
 * good. Channels also know no proxy: neither {@code socksProxyHost} nor a {@code ProxySelector} has
 * a say. One thread at a time.
 */
final class TimedChannel {

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private Deadline deadline;

  /** Bytes that {@link #isPeerGone()} found while it looked; to be read first. */
  private final ByteBuffer early = ByteBuffer.allocate(256);

  private TimedChannel(SocketChannel channel, Selector selector, Deadline deadline)
      throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.deadline = deadline;
    this.early.flip();
    this.key = channel.register(selector, 0);
  }

  static TimedChannel connect(InetSocketAddress address, Deadline deadline) throws IOException {
    SocketChannel channel = SocketChannel.open();
    @Nullable Selector selector = null;
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      selector = Selector.open();
      TimedChannel timed = new TimedChannel(channel, selector, deadline);
      if (!channel.connect(address)) {
        do {
          timed.await(SelectionKey.OP_CONNECT);
        } while (!channel.finishConnect());
      }
      return timed;
    } catch (Throwable t) {
      close(channel, selector);
      throw t;
    }
  }

  void setDeadline(Deadline deadline) {
    this.deadline = deadline;
  }

  /** As {@link java.io.InputStream#read(byte[], int, int)}. */
  int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (early.hasRemaining()) {
      int count = Math.min(length, early.remaining());
      early.get(bytes, offset, count);
      return count;
    }
    ByteBuffer target = ByteBuffer.wrap(bytes, offset, length);
    int count;
    while ((count = channel.read(target)) == 0) {
      await(SelectionKey.OP_READ);
    }
    return count;
  }

  void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
    while (source.hasRemaining()) {
      if (channel.write(source) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /** How many bytes were read ahead and not asked for yet. */
  int available() {
    return early.remaining();
  }

  /** Whether the other side hung up while nobody read. Never waits. */
  boolean isPeerGone() {
    try {
      early.compact();
      int count;
      do {
        count = channel.read(early);
      } while (count > 0 && early.hasRemaining());
      early.flip();
      return count < 0;
    } catch (IOException e) {
      return true;
    }
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  void close() {
    close(channel, selector);
  }

  private void await(int operation) throws IOException {
    key.interestOps(operation);
    while (true) {
      long remaining = deadline.remainingNanos();
      if (remaining == 0) {
        throw new SocketTimeoutException("time is up");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted");
      }
      int ready = selector.select(Math.min(remaining / 1_000_000 + 1, Integer.MAX_VALUE));
      selector.selectedKeys().clear();
      if (ready > 0) {
        return;
      }
    }
  }

  @SuppressWarnings("EmptyCatch") // nobody can do anything about a failure to close
  private static void close(SocketChannel channel, @Nullable Selector selector) {
    try {
      channel.close();
    } catch (IOException ignored) {
    }
    if (selector != null) {
      try {
        // Also what frees the descriptor of a channel that was registered.
        selector.close();
      } catch (IOException ignored) {
      }
    }
  }
}
