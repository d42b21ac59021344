package io.helidon.webserver.http;

/** Stub. */
public interface ServerRequest extends HttpRequest {
  boolean isSecure();
}
