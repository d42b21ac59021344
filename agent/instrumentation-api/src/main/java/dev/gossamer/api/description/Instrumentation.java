package dev.gossamer.api.description;

/**
 * The descriptor of one library's instrumentation. Has a public constructor without parameters, is
 * evaluated while the agent is built, and never ships.
 */
public interface Instrumentation {
  /** Says what is instrumented and by which advice. */
  void describe(Description it);
}
