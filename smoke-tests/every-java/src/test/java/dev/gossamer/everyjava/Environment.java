package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** Where and how an application may have to run. For one test, which calls from top to bottom. */
abstract class Environment {
  private final String name;

  Environment(String name) {
    this.name = name;
  }

  /**
   * Makes what there has to be before the application starts.
   *
   * @param folder for that
   */
  void prepare(Application application, Path folder) throws Exception {}

  /** What the application can do here. */
  Set<Part> parts() {
    return EnumSet.allOf(Part.class);
  }

  /** More arguments for the application's main. */
  List<String> arguments() {
    return List.of();
  }

  /** The JVM to start, with the agent or, if the test says so later, without. */
  abstract AgentJvmBuilder jvm(Application application);

  /** Has the last word on what the test has added to the JVM. */
  AgentJvmBuilder last(AgentJvmBuilder jvm) {
    return jvm;
  }

  /** Looks at the JVM when it has answered. */
  void whileItRuns(AgentJvm jvm) throws Exception {}

  /** Looks at what a JVM without the agent left behind, or one with it. */
  void whenItHasEnded(boolean underAgent) throws Exception {}

  /** Removes what the test's own folders do not hold; always called. */
  void close() {}

  /** Ends the test without a result, and says so. */
  final void cannotBeHad(String why) {
    System.out.println("not tested here: " + name + ", since " + why);
    Assumptions.abort(why);
  }

  @Override
  public final String toString() {
    return name;
  }
}
