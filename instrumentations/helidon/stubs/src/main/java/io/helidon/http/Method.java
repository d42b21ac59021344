package io.helidon.http;

/** Stub. */
public final class Method {
  private Method() {}

  public String text() {
    throw new UnsupportedOperationException();
  }
}
