package dev.gossamer.bootstrap;

import java.io.File;
import java.io.IOException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Whether the reference agent, or a distribution of it, is given to this JVM, too. Both would
 * record every request and write the same headers.
 */
final class OtherAgent {
  /** In the boot loader, once that agent has been entered. */
  private static final String RUNNING = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

  /** In its jar, and in that of everybody who ships it with more. */
  private static final String ENTRY = "io/opentelemetry/javaagent/OpenTelemetryAgent.class";

  private static final String OPTION = "-javaagent:";

  /** More agents than this nobody has; an application's class path may be long. */
  private static final int MOST_AGENTS = 8;

  private OtherAgent() {}

  /** Whether it has been entered already. */
  static boolean runs() {
    try {
      Class.forName(RUNNING, false, null);
      return true;
    } catch (ClassNotFoundException expected) {
      return false;
    }
  }

  /**
   * Whether it is among the agents of this JVM.
   *
   * @param arguments the JVM's own
   */
  static boolean isAmong(String @Nullable [] arguments) {
    if (arguments == null) {
      return false;
    }
    int agents = 0;
    for (String argument : arguments) {
      agents += argument.startsWith(OPTION) ? 1 : 0;
    }
    if (agents < 2) {
      return false;
    }
    for (String argument : arguments) {
      if (argument.startsWith(OPTION)) {
        int equals = argument.indexOf('=');
        int end = equals < 0 ? argument.length() : equals;
        if (hasEntry(new File(argument.substring(OPTION.length(), end)))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether it is going to be entered, on Java 8, where the JVM does not tell its arguments.
   *
   * @param ownJar the agent's own
   * @param classPath {@code java.class.path}, to whose end Java 8 puts the jars of all agents, in
   *     their order, before it enters the first
   */
  static boolean comesLater(File ownJar, @Nullable String classPath) {
    if (classPath == null) {
      return false;
    }
    boolean found = false;
    int end = classPath.length();
    for (int i = 0; i < MOST_AGENTS && end > 0; i++) {
      int start = classPath.lastIndexOf(File.pathSeparatorChar, end - 1) + 1;
      File jar = new File(classPath.substring(start, end));
      if (isSame(jar, ownJar)) {
        return found;
      }
      found |= hasEntry(jar);
      end = start - 1;
    }
    // Nobody knows which of these are agents.
    return false;
  }

  private static boolean isSame(File one, File other) {
    if (!one.getName().equals(other.getName())) {
      return false;
    }
    try {
      return one.getCanonicalPath().equals(other.getCanonicalPath());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean hasEntry(File jar) {
    try (ZipFile zip = new ZipFile(jar)) {
      return zip.getEntry(ENTRY) != null;
    } catch (IOException notAJar) {
      return false;
    }
  }
}
