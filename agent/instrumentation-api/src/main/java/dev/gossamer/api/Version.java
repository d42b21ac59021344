package dev.gossamer.api;

/** The agent's version, as it stands in telemetry. */
public final class Version {
  /** Never null; compared with the build's version by a test. */
  public static final String AGENT = "0.1.0-SNAPSHOT";

  private Version() {}
}
