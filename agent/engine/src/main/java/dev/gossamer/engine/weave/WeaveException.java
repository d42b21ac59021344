package dev.gossamer.engine.weave;

/** A class that can't be woven at all; it has to be loaded as it is. Has no stack trace. */
public final class WeaveException extends Exception {
  private static final long serialVersionUID = 1;

  WeaveException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
