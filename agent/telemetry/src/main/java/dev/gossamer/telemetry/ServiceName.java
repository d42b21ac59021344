package dev.gossamer.telemetry;

import org.jspecify.annotations.Nullable;

/** Guesses what a service is called whose operator did not say. Total. */
final class ServiceName {
  static final String UNKNOWN = "unknown_service:java";

  private ServiceName() {}

  /**
   * @param springName {@code spring.application.name}, as property or variable
   * @param command {@code sun.java.command}: the jar or main class, and the arguments
   */
  static String guess(@Nullable String springName, @Nullable String command) {
    if (springName != null && !springName.trim().isEmpty() && springName.indexOf("${") < 0) {
      return springName.trim();
    }
    String jar = command == null ? null : jar(command);
    return jar == null ? UNKNOWN : jar;
  }

  /** The file name of the started jar without its ending, or null when a class was started. */
  private static @Nullable String jar(String command) {
    int end = command.indexOf(".jar");
    while (end >= 0 && end + 4 < command.length() && command.charAt(end + 4) != ' ') {
      end = command.indexOf(".jar", end + 1);
    }
    if (end < 0) {
      return null;
    }
    String path = command.substring(0, end);
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    String name = path.substring(slash + 1);
    // A class name followed by a jar among its arguments.
    boolean started = slash >= 0 ? command.lastIndexOf(' ', slash) < 0 : name.indexOf(' ') < 0;
    if (!started) {
      int space = command.indexOf(' ');
      started = command.substring(0, space).indexOf('/') >= 0;
    }
    return started && !name.isEmpty() ? name : null;
  }
}
