package dev.gossamer.config;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent's lines on standard error: few, each complete in itself, each prefixed {@code
 * [gossamer]}. Never standard output, never a logging framework: both belong to the application.
 *
 * <p>Thread-safe. Never throws.
 */
public final class AgentLog {
  /** More distinct "once" lines than this are not remembered, and not printed either. */
  private static final int MOST_ONCE = 1000;

  private static final Set<String> ONCE = new HashSet<>();
  private static volatile boolean debug;
  // The process's own stream: an application may replace System.err with one that calls back into
  // instrumented code.
  private static volatile PrintStream err = System.err;

  private AgentLog() {}

  /**
   * Sends the lines to the process's own stream. Where the application runs already, it may have
   * replaced {@code System.err}.
   */
  public static void toProcess() {
    err = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
  }

  /** Sends the lines elsewhere and returns where they went; for tests. */
  static PrintStream redirect(PrintStream to) {
    PrintStream before = err;
    err = to;
    return before;
  }

  /** Switches {@link #debug} lines on or off ({@code OTEL_JAVAAGENT_DEBUG}). */
  public static void debug(boolean on) {
    debug = on;
  }

  /** Whether debug lines are printed; ask before building an expensive one. */
  public static boolean isDebug() {
    return debug;
  }

  /** A line every operator should see, such as the start-up line. */
  public static void info(String line) {
    print("[gossamer] ", line, null);
  }

  /** Something is wrong and what was done instead; says what to change. */
  public static void warn(String line) {
    print("[gossamer] warning: ", line, null);
  }

  /** A warning that is printed the first time only. */
  public static void warnOnce(String line) {
    synchronized (ONCE) {
      if (ONCE.size() >= MOST_ONCE || !ONCE.add(line)) {
        return;
      }
    }
    warn(line);
  }

  /** A line for whoever asked for details; nothing without {@code OTEL_JAVAAGENT_DEBUG=true}. */
  public static void debug(String line) {
    if (debug) {
      print("[gossamer] debug: ", line, null);
    }
  }

  /** A debug line with the stack trace of what caused it. */
  public static void debug(String line, Throwable cause) {
    if (debug) {
      print("[gossamer] debug: ", line, cause);
    }
  }

  private static void print(String prefix, String line, @Nullable Throwable cause) {
    try {
      PrintStream out = err;
      synchronized (out) {
        out.println(prefix.concat(line));
        if (cause != null) {
          cause.printStackTrace(out);
        }
      }
    } catch (Throwable ignored) {
      // A line that cannot be printed must not become the application's problem.
    }
  }
}
