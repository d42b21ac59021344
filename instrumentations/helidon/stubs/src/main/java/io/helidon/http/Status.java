package io.helidon.http;

/** Stub. */
public class Status {
  private Status() {}

  public int code() {
    throw new UnsupportedOperationException();
  }
}
