package dev.gossamer.telemetry.extension;

import java.lang.reflect.InvocationTargetException;

/** An exception in one printable line. Total: an extension's exception may fail to print itself. */
final class FailureLine {
  private static final int LONGEST = 300;

  private FailureLine() {}

  static String of(Throwable failure) {
    Throwable cause = failure;
    if (failure instanceof InvocationTargetException && failure.getCause() != null) {
      cause = failure.getCause();
    }
    if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String text;
    try {
      text = cause.toString();
    } catch (Throwable unprintable) {
      text = cause.getClass().getName();
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.append(text.length() > LONGEST ? "..." : "").toString();
  }
}
