package io.helidon.common.uri;

/** Stub. */
public interface UriPath {
  String rawPath();
}
