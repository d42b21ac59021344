package io.helidon.http;

/** Stub. */
public interface Headers extends Iterable<Header> {
  boolean contains(HeaderName name);

  Header get(HeaderName name);
}
