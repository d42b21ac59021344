package dev.gossamer.instrumentation.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other side of a connection, asked once for all of its requests. Immutable. */
final class Peer {
  private static final String TLS = "io.netty.handler.ssl.SslHandler";

  final @Nullable String host;
  final @Nullable String address;
  final int port;
  final String scheme;

  private Peer(@Nullable String host, @Nullable String address, int port, String scheme) {
    this.host = host;
    this.address = address;
    this.port = port;
    this.scheme = scheme;
  }

  static Peer of(Channel channel) {
    Channel parent = channel.parent();
    // A stream belongs to a connection; the parent of that is the socket that listens.
    boolean secure = isSecure(channel) || parent != null && isSecure(parent);
    String scheme = secure ? "https" : "http";
    SocketAddress remote = channel.remoteAddress();
    if (!(remote instanceof InetSocketAddress)) {
      return new Peer(null, null, 0, scheme);
    }
    InetSocketAddress socket = (InetSocketAddress) remote;
    InetAddress address = socket.getAddress();
    return new Peer(
        socket.getHostString(),
        address == null ? null : address.getHostAddress(),
        socket.getPort(),
        scheme);
  }

  /** By name: the handler lives in a library that need not be there. */
  private static boolean isSecure(Channel channel) {
    for (Map.Entry<String, ChannelHandler> entry : channel.pipeline()) {
      for (Class<?> c = entry.getValue().getClass(); c != null; c = c.getSuperclass()) {
        if (c.getName().equals(TLS)) {
          return true;
        }
      }
    }
    return false;
  }
}
