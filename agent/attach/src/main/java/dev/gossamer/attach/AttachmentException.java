package dev.gossamer.attach;

import org.jspecify.annotations.Nullable;

/**
 * Why the agent could not be attached, and what to do about it, in one line: to whoever calls from
 * the other side of the door, an {@link IllegalStateException}.
 */
final class AttachmentException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  AttachmentException(String line, @Nullable Throwable cause) {
    super(line, cause);
  }
}
