package io.helidon.common.socket;

import java.net.SocketAddress;

/** Stub. */
public interface PeerInfo {
  SocketAddress address();

  int port();
}
