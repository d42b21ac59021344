package io.helidon.webserver.http;

import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** Stub. */
public interface ServerResponse {
  Status status();

  ServerResponse header(String name, String... values);

  ServerResponseHeaders headers();

  boolean isSent();
}
