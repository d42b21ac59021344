package dev.gossamer.attach;

import org.jspecify.annotations.Nullable;

/** Why the agent could not be attached, and what to do about it, in one line. */
final class AttachmentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  final String line;

  AttachmentException(String line, @Nullable Throwable cause) {
    super(line, cause);
    this.line = line;
  }
}
