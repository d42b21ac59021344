package dev.gossamer.api.logging;

import io.opentelemetry.api.logs.Severity;

/** Severities by number (specification: Logs Data Model, SeverityNumber). */
public final class Severities {
  private static final Severity[] ALL = Severity.values();

  private Severities() {}

  /** The severity of this number, or the nearest there is, 1 to 24. */
  public static Severity of(int number) {
    return ALL[Math.max(1, Math.min(number, 24))];
  }
}
