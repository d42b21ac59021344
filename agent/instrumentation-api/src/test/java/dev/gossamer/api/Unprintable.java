package dev.gossamer.api;

/** An exception of an application's that cannot tell its own text. */
public final class Unprintable extends RuntimeException {
  private static final long serialVersionUID = 1;

  @Override
  public String getMessage() {
    throw new IllegalStateException("no text");
  }
}
