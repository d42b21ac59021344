package dev.gossamer.bootstrap;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the agent to another JVM of this machine by the JDK's attach API ({@code
 * com.sun.tools.attach}): module {@code jdk.attach}, before Java 9 {@code tools.jar}, both of which
 * a runtime may lack; hence the reflection.
 */
final class Attachment {
  /** HotSpot's attach protocol takes arguments of 1024 bytes at most: path, '=' and settings. */
  private static final int LONGEST = 1000;

  private final String process;
  private final File jar;
  private final TargetProcess target;

  /**
   * @param process the process id
   * @param jar the agent's, as the other JVM shall open it
   */
  Attachment(String process, File jar) {
    this.process = process;
    this.jar = jar;
    target = new TargetProcess(process);
  }

  /**
   * Attaches.
   *
   * @return what there is to say about it
   * @throws AttachmentException if the agent is not there afterwards
   */
  String make(Map<String, String> settings) throws Exception {
    String token = Long.toString(System.nanoTime(), 36);
    Map<String, String> handedOver = new LinkedHashMap<>();
    handedOver.put(Attached.TOKEN, token);
    handedOver.putAll(settings);
    String arguments = AttachArguments.write(handedOver);
    if (jar.getPath().length() + arguments.length() > LONGEST) {
      throw new AttachmentException(
          "these settings are too long to be handed over; put them into a file, one name=value a"
              + " line, and give otel.javaagent.configuration-file=<its path>",
          null);
    }
    target.check(jar);
    String outcome = load(virtualMachine(), arguments, token);
    switch (outcome) {
      case Attached.STARTED:
        return "process " + process + " has the agent now, which says more on its standard error";
      case Attached.THERE:
        return "process " + process + " has the agent already; nothing was changed";
      case Attached.SWITCHED_OFF:
        throw failure(
            "switches the agent off (OTEL_JAVAAGENT_ENABLED=false);"
                + " otel.javaagent.enabled=true, given after the process, beats that");
      case Attached.TOOL:
        throw failure(
            "runs a tool; otel.javaagent.enabled=true, given after the process, attaches"
                + " all the same");
      case Attached.ARCHIVING:
        throw failure("writes a class-data archive, which an agent would spoil");
      case Attached.BESIDE:
        throw failure(
            "has opentelemetry-javaagent, and both would record every request;"
                + " otel.javaagent.enabled=true, given after the process, attaches all the same");
      default:
        throw failure("goes on without the agent, which could not start: " + outcome);
    }
  }

  private AttachmentException failure(String what) {
    return new AttachmentException("process " + process + " " + what, null);
  }

  private String load(Class<?> api, String arguments, String token) throws Exception {
    Object machine = null;
    try {
      machine = call(api.getMethod("attach", String.class), null, process);
      Throwable failed = null;
      try {
        call(
            api.getMethod("loadAgent", String.class, String.class),
            machine,
            jar.getPath(),
            arguments);
      } catch (Exception e) {
        // Between versions of Java this fails also when it worked: the answers have changed.
        failed = e;
      }
      Properties properties = (Properties) call(api.getMethod("getSystemProperties"), machine);
      String said = properties == null ? null : properties.getProperty(Attached.OUTCOME);
      if (said != null && said.startsWith(token + " ")) {
        return said.substring(token.length() + 1);
      }
      throw target.explained(failed, jar);
    } catch (AttachmentException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw isWithoutLibrary(e) ? incapable(e) : target.explained(e, jar);
    } finally {
      if (machine != null) {
        try {
          call(api.getMethod("detach"), machine);
        } catch (Exception e) {
          // The other JVM has ended meanwhile.
          machine = null;
        }
      }
    }
  }

  private static @Nullable Object call(
      Method method, @Nullable Object receiver, Object... arguments) throws Exception {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Exception) {
        throw (Exception) cause;
      }
      throw e;
    }
  }

  private Class<?> virtualMachine() throws Exception {
    ClassLoader loader = Attachment.class.getClassLoader();
    if ("1.8".equals(System.getProperty("java.specification.version"))) {
      File home = new File(System.getProperty("java.home"));
      File tools = new File(home.getParentFile(), "lib/tools.jar");
      if (!tools.isFile()) {
        tools = new File(home, "lib/tools.jar");
      }
      loader = new URLClassLoader(new URL[] {tools.toURI().toURL()}, loader);
    }
    try {
      return Class.forName("com.sun.tools.attach.VirtualMachine", true, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw incapable(e);
    }
  }

  /** Some runtimes have the classes and lack what is native in them. */
  private static boolean isWithoutLibrary(Throwable failed) {
    String message = String.valueOf(failed.getMessage());
    return failed instanceof LinkageError
        || failed.getCause() instanceof LinkageError
        || message.contains("no providers installed");
  }

  private AttachmentException incapable(Throwable cause) {
    return new AttachmentException(
        "this Java ("
            + System.getProperty("java.version")
            + " in "
            + System.getProperty("java.home")
            + ") cannot attach, only a JDK can: run it by that of any version from 8 on, which need"
            + " not be that of the process: <jdk>/bin/java -jar "
            + jar
            + " attach "
            + process,
        cause);
  }
}
