package dev.gossamer.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines that the agent, or the JVM because of the agent, should not have written. One
 * line of information on standard error is expected in the life of a JVM: the start-up line.
 */
final class OutputCheck {
  private static final String PREFIX = "[gossamer]";

  /** Traces of failures in woven code and of class loading gone wrong, whoever printed them. */
  private static final List<String> SUSPECT =
      List.of(
          "GossamerDispatcher",
          "VM warning",
          "java.lang.VerifyError",
          "java.lang.LinkageError",
          "java.lang.NoClassDefFoundError",
          "java.lang.IllegalAccessError",
          "java.lang.BootstrapMethodError",
          "java.lang.AbstractMethodError",
          "java.lang.ClassCircularityError",
          "java.lang.instrument");

  /** In what Java 24 and later say of who called what they mean to forbid: Netty, or the agent. */
  private static final String CALLED_BY = " has been called by ";

  private static final List<String> CALLERS =
      List.of("dev.gossamer.", "java.lang.", "io.opentelemetry.");

  private final AgentJvm jvm;
  private int checkedErrors;
  private int checkedOutput;
  private boolean started;

  OutputCheck(AgentJvm jvm) {
    this.jvm = jvm;
  }

  /** The unexpected lines since the last call, without those that contain a claimed text. */
  List<String> unexpected(List<String> claims) {
    List<String> unexpected = new ArrayList<>();
    List<String> errors = jvm.stderr();
    for (String line : errors.subList(checkedErrors, errors.size())) {
      if (isSuspect(line) && claims.stream().noneMatch(line::contains)) {
        unexpected.add("stderr: " + line);
      }
    }
    checkedErrors = errors.size();
    List<String> output = jvm.stdout();
    for (String line : output.subList(checkedOutput, output.size())) {
      if (line.startsWith(PREFIX)) {
        unexpected.add("stdout: " + line);
      }
    }
    checkedOutput = output.size();
    return unexpected;
  }

  private boolean isSuspect(String line) {
    if (line.startsWith(PREFIX)) {
      boolean information =
          !line.startsWith(PREFIX + " warning: ") && !line.startsWith(PREFIX + " debug: ");
      if (information && !started) {
        started = true;
        return false;
      }
      return true;
    }
    int caller = line.startsWith("WARNING: ") ? line.indexOf(CALLED_BY) : -1;
    return caller >= 0
        ? CALLERS.stream().anyMatch(ours -> line.startsWith(ours, caller + CALLED_BY.length()))
        : SUSPECT.stream().anyMatch(line::contains);
  }
}
