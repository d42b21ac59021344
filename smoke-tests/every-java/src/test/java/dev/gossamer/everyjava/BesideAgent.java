package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvmBuilder;
import java.nio.file.Path;

/** Another agent in the same JVM. */
abstract class BesideAgent extends Environment {
  /** Which of the two comes first. */
  enum Order {
    /** The other one, as {@code JAVA_TOOL_OPTIONS} say. */
    AFTER,
    /** Ours, and the other one next on the command line. */
    BEFORE;

    /**
     * Adds the other agent.
     *
     * @param options of the other agent; may be empty
     */
    AgentJvmBuilder add(AgentJvmBuilder jvm, Path agent, String options) {
      String argument = "-javaagent:" + agent + (options.isEmpty() ? "" : "=" + options);
      return this == AFTER ? jvm.env("JAVA_TOOL_OPTIONS", argument) : jvm.jvmArgs(argument);
    }
  }

  final Order order;

  BesideAgent(String other, Order order) {
    super(order + " " + other);
    this.order = order;
  }
}
