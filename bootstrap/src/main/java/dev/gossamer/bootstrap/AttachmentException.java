package dev.gossamer.bootstrap;

import org.jspecify.annotations.Nullable;

/** Why the agent could not be attached, and what to do about it, in one line. */
final class AttachmentException extends Exception {
  private static final long serialVersionUID = 1;

  AttachmentException(String line, @Nullable Throwable cause) {
    super(line, cause);
  }
}
