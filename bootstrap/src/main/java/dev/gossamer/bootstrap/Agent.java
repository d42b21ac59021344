package dev.gossamer.bootstrap;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.util.zip.ZipFile;

/**
 * Where the JVM enters the agent. Whatever goes wrong here, the application starts: an exception
 * that left {@code premain} would abort the JVM.
 */
public final class Agent {
  private Agent() {}

  /** Called by the JVM for {@code -javaagent}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    enter(instrumentation);
  }

  /** Called by the JVM when the agent is attached to a running application. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    enter(instrumentation);
  }

  private static void enter(Instrumentation instrumentation) {
    try {
      long premainNanos = System.nanoTime();
      Launch launch = Launch.ofThisJvm();
      if (launch == Launch.NOT_WANTED || runsAlready()) {
        return;
      }
      start(instrumentation, premainNanos, launch == Launch.APPLICATION);
    } catch (Throwable failed) {
      tell(failed);
    }
  }

  private static void start(Instrumentation instrumentation, long premainNanos, boolean launched)
      throws Exception {
    BootLoader bootLoader = BootLoader.open(instrumentation);
    if (bootLoader.isArchiving()) {
      return;
    }
    File ownJar = ownJar();
    if ((OtherAgent.runs() || bootLoader.expectsOtherAgent(ownJar)) && !Launch.isForced()) {
      System.err.println(
          "[gossamer] warning: opentelemetry-javaagent is given to this JVM, too, so this agent"
              + " stays out: both would record every request. Remove one of the two, or set"
              + " OTEL_JAVAAGENT_ENABLED=true to have both.");
      return;
    }
    byte[] bootClasses;
    byte[] agentClasses;
    try (ZipFile jar = new ZipFile(ownJar)) {
      bootClasses = Blob.read(jar, "gossamer/boot.bin");
      agentClasses = Blob.read(jar, "gossamer/agent.bin");
    }
    AgentLoader loader = new AgentLoader(new Blob(agentClasses));
    if (!bootLoader.defineAll(instrumentation, bootClasses)) {
      return;
    }
    // Its static initializer installs the linker: no reflection, which is slow this early.
    Class.forName("dev.gossamer.engine.Engine", true, loader);
    GossamerLinker agent = GossamerDispatcher.linker();
    if (agent == null) {
      throw new IllegalStateException("the engine did not install itself");
    }
    agent.start(instrumentation, premainNanos, launched);
  }

  /** Another copy of this agent, from whatever jar and loader, has defined its boot classes. */
  private static boolean runsAlready() {
    try {
      Class.forName("java.lang.GossamerDispatcher", false, null);
      return true;
    } catch (ClassNotFoundException expected) {
      return false;
    }
  }

  private static File ownJar() throws IOException {
    URL location = Agent.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new File(location.toURI());
    } catch (Exception notAUri) {
      // Some launchers hand out locations with raw blanks.
      return new File(location.getPath());
    }
  }

  private static void tell(Throwable failed) {
    try {
      System.err.println(
          "[gossamer] warning: the agent could not start and is inactive; the application is not"
              + " affected: "
              + failed);
    } catch (Throwable ignored) {
      // Nothing is left to be done, and the application must start.
    }
  }
}
