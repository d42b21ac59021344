package dev.gossamer.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What kind of JVM the agent finds itself in. {@code JAVA_TOOL_OPTIONS} puts it into every JVM of a
 * container, keytool and health probes among them.
 */
enum Launch {
  /** A main class is about to run. */
  APPLICATION,
  /** {@code java -version}, or a JVM created through JNI: only time will tell. */
  UNKNOWN,
  /** Switched off, or a tool of the JDK. */
  NOT_WANTED;

  private static final String[] TOOL_PACKAGES = {
    "sun.tools.",
    "sun.security.tools.",
    "sun.rmi.",
    "sun.jvmstat.",
    "sun.jvm.hotspot.",
    "com.sun.tools.",
    "com.sun.java.util.jar.pack.",
  };

  static Launch ofThisJvm() {
    return of(
        enabled(), System.getProperty("jdk.module.main"), System.getProperty("sun.java.command"));
  }

  /** Whether somebody said that the agent shall not run in this JVM. */
  static boolean isSwitchedOff() {
    return isFalse(enabled());
  }

  private static @Nullable String enabled() {
    String property = System.getProperty("otel.javaagent.enabled");
    return property != null ? property : System.getenv("OTEL_JAVAAGENT_ENABLED");
  }

  private static boolean isFalse(@Nullable String enabled) {
    return enabled != null && enabled.trim().equalsIgnoreCase("false");
  }

  /**
   * Decides; total.
   *
   * @param enabled {@code otel.javaagent.enabled}: false switches the agent off, true switches it
   *     on in tools of the JDK too, anything else is no answer
   * @param mainModule {@code jdk.module.main}, set from Java 9 on when the main class is in a named
   *     module
   * @param command {@code sun.java.command}: main class, {@code module/class} or jar, and arguments
   */
  static Launch of(
      @Nullable String enabled, @Nullable String mainModule, @Nullable String command) {
    if (isFalse(enabled)) {
      return NOT_WANTED;
    }
    boolean forced = enabled != null && enabled.trim().equalsIgnoreCase("true");
    if (command == null && mainModule == null) {
      return UNKNOWN;
    }
    return !forced && isTool(mainModule, command == null ? "" : command) ? NOT_WANTED : APPLICATION;
  }

  private static boolean isTool(@Nullable String mainModule, String command) {
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    // "java Application.java" runs an application, by way of the compiler.
    if (main.contains("com.sun.tools.javac.launcher.")) {
      return false;
    }
    if (mainModule != null) {
      return mainModule.startsWith("java.") || mainModule.startsWith("jdk.");
    }
    if (main.endsWith(".jar")) {
      return false;
    }
    for (String prefix : TOOL_PACKAGES) {
      if (main.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
