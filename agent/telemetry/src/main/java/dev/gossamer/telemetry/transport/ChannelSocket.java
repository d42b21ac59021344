package dev.gossamer.telemetry.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import org.jspecify.annotations.Nullable;

/**
 * Shows a {@link TimedChannel} as the socket that the JDK's TLS can be layered upon. Answers what
 * the TLS implementations of JDK 8 to 25 ask of the socket below them; timeouts are the channel's.
 */
final class ChannelSocket extends Socket {

  private final TimedChannel channel;
  private final InetSocketAddress remote;
  private final InputStream in;
  private final OutputStream out;

  @SuppressWarnings("NullAway") // Socket allows no implementation, and then makes none
  ChannelSocket(TimedChannel channel, InetSocketAddress remote) throws SocketException {
    super((SocketImpl) null);
    this.channel = channel;
    this.remote = remote;
    this.in = new ChannelInput(channel);
    this.out = new ChannelOutput(channel);
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public void close() {
    channel.close();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public boolean isInputShutdown() {
    return false;
  }

  @Override
  public boolean isOutputShutdown() {
    return false;
  }

  @Override
  public void shutdownInput() {}

  @Override
  public void shutdownOutput() {}

  @Override
  public InetAddress getInetAddress() {
    return remote.getAddress();
  }

  @Override
  public int getPort() {
    return remote.getPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return remote;
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return null;
  }

  @Override
  public InetAddress getLocalAddress() {
    return new InetSocketAddress(0).getAddress();
  }

  @Override
  public int getLocalPort() {
    return 0;
  }

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public int getSoLinger() {
    return -1;
  }

  @Override
  public void setSoLinger(boolean on, int linger) {}

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public boolean getTcpNoDelay() {
    return true;
  }

  static final class ChannelInput extends InputStream {

    private final TimedChannel channel;

    ChannelInput(TimedChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return channel.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return channel.read(bytes, offset, length);
    }

    @Override
    public int available() {
      return channel.available();
    }
  }

  static final class ChannelOutput extends OutputStream {

    private final TimedChannel channel;

    ChannelOutput(TimedChannel channel) {
      this.channel = channel;
    }

    @Override
    public void write(int b) throws IOException {
      channel.write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      channel.write(bytes, offset, length);
    }
  }
}
