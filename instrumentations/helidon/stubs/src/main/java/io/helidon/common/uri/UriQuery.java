package io.helidon.common.uri;

/** Stub. */
public interface UriQuery {
  String rawValue();
}
