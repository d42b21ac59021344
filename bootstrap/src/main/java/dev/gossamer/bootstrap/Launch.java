package dev.gossamer.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * What kind of JVM the agent finds itself in. {@code JAVA_TOOL_OPTIONS} puts it into every JVM of a
 * container, keytool and health probes among them.
 */
enum Launch {
  /** A main class is about to run. */
  APPLICATION,
  /** A JVM created through JNI: only time will tell. */
  UNKNOWN,
  /** Switched off, a tool, or {@code java -version}. */
  NOT_WANTED;

  /** What the JDK's {@code java} and the launchers made with it say of themselves. */
  private static final String STANDARD_LAUNCHER = "SUN_STANDARD";

  private static final String[] TOOL_PACKAGES = {
    "sun.tools.",
    "sun.security.tools.",
    "sun.rmi.",
    "sun.jvmstat.",
    "sun.jvm.hotspot.",
    "com.sun.tools.",
    "com.sun.java.util.jar.pack.",
    // Maven and Gradle, and the wrappers that fetch them.
    "org.codehaus.plexus.classworlds.launcher.",
    "org.apache.maven.wrapper.",
    "org.gradle.launcher.",
    "org.gradle.wrapper.",
  };

  static Launch ofThisJvm() {
    return of(
        enabled(),
        System.getProperty("sun.java.launcher"),
        System.getProperty("jdk.module.main"),
        System.getProperty("sun.java.command"));
  }

  /** Whether somebody said that the agent shall not run in this JVM. */
  static boolean isSwitchedOff() {
    return isFalse(enabled());
  }

  private static boolean isFalse(@Nullable String enabled) {
    return enabled != null && enabled.trim().equalsIgnoreCase("false");
  }

  /** Whether the user wants the agent where it would stay out by itself. */
  static boolean isForced() {
    return isForced(enabled());
  }

  private static boolean isForced(@Nullable String enabled) {
    return enabled != null && enabled.trim().equalsIgnoreCase("true");
  }

  private static @Nullable String enabled() {
    String enabled = System.getProperty("otel.javaagent.enabled");
    return enabled != null ? enabled : System.getenv("OTEL_JAVAAGENT_ENABLED");
  }

  /**
   * Decides; total.
   *
   * @param enabled {@code otel.javaagent.enabled}: false switches the agent off, true switches it
   *     on in tools too, anything else is no answer
   * @param launcher {@code sun.java.launcher}: who created the JVM; the standard one always names a
   *     main class or module if there is one
   * @param mainModule {@code jdk.module.main}, set from Java 9 on when the main class is in a named
   *     module
   * @param command {@code sun.java.command}: main class, {@code module/class} or jar, and arguments
   */
  static Launch of(
      @Nullable String enabled,
      @Nullable String launcher,
      @Nullable String mainModule,
      @Nullable String command) {
    if (isFalse(enabled)) {
      return NOT_WANTED;
    }
    if (command == null && mainModule == null) {
      return STANDARD_LAUNCHER.equals(launcher) ? NOT_WANTED : UNKNOWN;
    }
    return !isForced(enabled) && isTool(mainModule, command == null ? "" : command)
        ? NOT_WANTED
        : APPLICATION;
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
