package dev.gossamer.smoke;

import java.lang.instrument.Instrumentation;

/** The floor: what any agent costs. */
public final class EmptyAgent {
  private EmptyAgent() {}

  /** Does nothing. */
  public static void premain(String arguments, Instrumentation instrumentation) {}
}
