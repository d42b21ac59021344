package dev.gossamer.attach;

import dev.gossamer.bootstrap.Attached;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
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
   * @param arguments for the agent's entry in the other JVM, the token among them
   * @param token what the answer to these arguments, and no earlier one, begins with
   * @return what there is to say about it, in one line
   * @throws AttachmentException if the agent is not there afterwards; the message says why, in one
   *     line
   */
  String attach(String arguments, String token) {
    if (jar.getPath().length() + arguments.length() > LONGEST) {
      throw new AttachmentException(
          "these settings are too long to be handed over; put them into a file, one name=value a"
              + " line, and give otel.javaagent.configuration-file=<its path>",
          null);
    }
    target.check(jar);
    String answer = load(virtualMachine(), arguments, token);
    if (!answer.startsWith(Attached.DONE)) {
      throw new AttachmentException("process " + process + " " + answer, null);
    }
    return "process " + process + " " + answer.substring(Attached.DONE.length());
  }

  private String load(Class<?> api, String arguments, String token) {
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
      String said = properties == null ? null : properties.getProperty(Attached.ANSWER);
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

  private Class<?> virtualMachine() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    try {
      if ("1.8".equals(System.getProperty("java.specification.version"))) {
        File home = new File(System.getProperty("java.home"));
        File tools = new File(home.getParentFile(), "lib/tools.jar");
        if (!tools.isFile()) {
          tools = new File(home, "lib/tools.jar");
        }
        loader = new URLClassLoader(new URL[] {tools.toURI().toURL()}, loader);
      }
      return Class.forName("com.sun.tools.attach.VirtualMachine", true, loader);
    } catch (ClassNotFoundException | MalformedURLException | LinkageError e) {
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
