package dev.gossamer.engine.build;

/** A descriptor or its advice says something that cannot be; fails the build. */
public final class InvalidInstrumentationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidInstrumentationException(String message) {
    super(message);
  }
}
