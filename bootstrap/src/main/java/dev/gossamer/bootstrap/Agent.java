package dev.gossamer.bootstrap;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent. Whatever goes wrong here, the application starts: an exception
 * that left {@code premain} would abort the JVM.
 */
public final class Agent {
  /** The entry of the jar that holds all classes but the door's. */
  static final String BLOCK = "gossamer/agent.bin";

  private Agent() {}

  /** Called by the JVM for {@code -javaagent}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    enter(instrumentation);
  }

  /**
   * Called by the JVM when the agent is attached to a running application, and by the launcher
   * before main where the manifest of an application's jar names this class as its {@code
   * Launcher-Agent-Class}.
   *
   * @param arguments settings, as {@link AttachArguments} writes them
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    // The JVM has a thread of its own for attaching.
    if (Thread.currentThread().getName().equals("main")) {
      enter(instrumentation);
    } else {
      Attached.enter(arguments, instrumentation);
    }
  }

  private static void enter(Instrumentation instrumentation) {
    try {
      long premainNanos = System.nanoTime();
      Launch launch = Launch.ofThisJvm();
      if (launch == Launch.NOT_WANTED || runsAlready() || isOwnCommandLine()) {
        return;
      }
      start(instrumentation, premainNanos, launch == Launch.APPLICATION, false);
    } catch (Throwable failed) {
      tell(failed);
    }
  }

  /**
   * Starts the agent.
   *
   * @param attached whether the application runs already
   * @return false where it must not run in this JVM, or does so already
   */
  static boolean start(
      Instrumentation instrumentation, long enteredNanos, boolean launched, boolean attached)
      throws Exception {
    BootLoader bootLoader = BootLoader.open(instrumentation);
    if (bootLoader.isArchiving()) {
      return false;
    }
    File ownJar = ownJar();
    if ((OtherAgent.runs() || bootLoader.expectsOtherAgent(ownJar)) && !Launch.isForced()) {
      warn(
          "opentelemetry-javaagent is given to this JVM, too, so this agent"
              + " stays out: both would record every request. Remove one of the two, or set"
              + " OTEL_JAVAAGENT_ENABLED=true to have both.");
      return false;
    }
    // Stays open as long as the agent's classes may be asked for: to the end.
    ZipFile jar = new ZipFile(ownJar);
    AgentLoader loader = new AgentLoader(new Blob(jar, BLOCK));
    try {
      if (!bootLoader.defineAll(instrumentation, Blob.read(jar, "gossamer/boot.bin"))) {
        jar.close();
        return false;
      }
    } catch (EOFException cut) {
      throw new IOException("gossamer/boot.bin is cut short in ".concat(jar.getName()));
    }
    // Its static initializer installs the linker: no reflection, which is slow this early.
    Class.forName("dev.gossamer.engine.Engine", true, loader);
    GossamerLinker agent = GossamerDispatcher.linker();
    if (agent == null) {
      throw new IllegalStateException("the engine did not install itself");
    }
    agent.start(instrumentation, enteredNanos, launched, attached);
    loader.started();
    return true;
  }

  /** Another copy of this agent, from whatever jar and loader, has defined its boot classes. */
  static boolean runsAlready() {
    try {
      Class.forName("java.lang.GossamerDispatcher", false, null);
      return true;
    } catch (ClassNotFoundException expected) {
      return false;
    }
  }

  /**
   * Whether this JVM runs {@link CommandLine}, and got the agent by {@code JAVA_TOOL_OPTIONS}. Its
   * jar comes first in the class path, so this class is from there, too.
   */
  private static boolean isOwnCommandLine() throws IOException {
    String command = System.getProperty("sun.java.command");
    String classPath = System.getProperty("java.class.path");
    if (command == null || classPath == null) {
      return false;
    }
    int end = classPath.indexOf(File.pathSeparatorChar);
    String first = end < 0 ? classPath : classPath.substring(0, end);
    return first.endsWith(".jar")
        && command.startsWith(first)
        && new File(first).getCanonicalFile().equals(ownJar());
  }

  /** The jar that this class comes from. */
  static File ownJar() throws IOException {
    URL location = Agent.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new File(location.toURI());
    } catch (Exception notAUri) {
      // Some launchers hand out locations with raw blanks.
      return new File(location.getPath());
    }
  }

  static void tell(Throwable failed) {
    warn(
        "the agent could not start and is inactive; the application is not affected: "
            + root(failed));
  }

  static Throwable root(Throwable failed) {
    Throwable root = failed;
    // Causes may go round in a circle.
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  /** One line; the application's standard error may throw. */
  static void warn(String text) {
    try {
      System.err.println("[gossamer] warning: " + text);
    } catch (Throwable ignored) {
      // Nothing is left to be done, and the application must go on.
    }
  }
}
