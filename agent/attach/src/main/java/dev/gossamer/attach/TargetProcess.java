package dev.gossamer.attach;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The process to attach to, as Linux shows it in {@code /proc}. To attach, a JDK sends SIGQUIT,
 * which ends what is no JVM and a JVM that does not catch it yet, and makes one that refuses print
 * its threads: so it is looked at first. Elsewhere the JDK's own checks must do.
 */
final class TargetProcess {
  private static final String DISABLED = "-XX:+DisableAttachMechanism";

  /** SIGQUIT in the masks of {@code /proc/<pid>/status}. */
  private static final int SIGQUIT = 1 << 2;

  private final String process;
  private final File folder;

  TargetProcess(String process) {
    this.process = process;
    folder = new File("/proc", process);
  }

  /**
   * Refuses what would do harm or cannot work.
   *
   * @param jar the agent's
   * @throws AttachmentException with the reason
   */
  void check(File jar) {
    if (!new File("/proc/self/status").exists()) {
      return;
    }
    if (!folder.isDirectory()) {
      throw new AttachmentException(
          "there is no process "
              + process
              + " here; one in a container has another number inside, where attach is best run",
          null);
    }
    String maps;
    try {
      maps = read("maps");
    } catch (IOException e) {
      throw ofOtherUser(e);
    }
    if (!maps.contains("/libjvm.so")) {
      throw failure("is no HotSpot JVM: nothing can be attached to it", null);
    }
    if (mentions("cmdline", DISABLED) || mentions("environ", DISABLED)) {
      throw disabled(null);
    }
    String status = textOf("status");
    if (!catchesQuit(status) && !listens(status)) {
      throw failure(
          "takes no requests to attach yet: it has only just been started, or it leaves signals"
              + " alone; try again, or start it with -javaagent",
          null);
    }
    File root = new File(folder, "root");
    if (new File(root, "proc").isDirectory() && !new File(root, jar.getPath()).isFile()) {
      throw failure(
          "is in a container, or another root, that has no "
              + jar
              + ": copy the jar into it and run attach there",
          null);
    }
  }

  /** What the JDK says about a failure, in terms of what to do. */
  AttachmentException explained(@Nullable Throwable failed, File jar) {
    String said = failed == null ? "" : String.valueOf(failed.getMessage());
    if (said.contains("Dynamic agent loading is not enabled")) {
      return failure(
          "was started with -XX:-EnableDynamicAgentLoading: it can get the agent only by -javaagent"
              + " when it is started again",
          failed);
    }
    if (said.contains("does not support the attach mechanism")) {
      return disabled(failed);
    }
    if (said.contains("Agent JAR not found")) {
      return failure("cannot read " + jar + ": copy the jar to where it can", failed);
    }
    if (!uid(textOf("status")).equals(uid(read(new File("/proc/self/status"))))) {
      return ofOtherUser(failed);
    }
    return new AttachmentException(
        "attaching to process "
            + process
            + " failed: "
            + (failed == null ? "it does not say what became of it" : failed.toString()),
        failed);
  }

  private AttachmentException disabled(@Nullable Throwable cause) {
    return failure(
        "was started with "
            + DISABLED
            + ": it can get the agent only by -javaagent when it is started again",
        cause);
  }

  private AttachmentException ofOtherUser(@Nullable Throwable cause) {
    String uid = uid(textOf("status"));
    return failure(
        "is another user's (uid "
            + uid
            + "): run attach as that one, for instance by sudo -u '#"
            + uid
            + "' java -jar ...",
        cause);
  }

  private AttachmentException failure(String what, @Nullable Throwable cause) {
    return new AttachmentException("process " + process + " " + what, cause);
  }

  private static boolean catchesQuit(String status) {
    String mask = line(status, "SigCgt:");
    try {
      return mask.isEmpty()
          || (Long.parseLong(mask.substring(Math.max(0, mask.length() - 8)), 16) & SIGQUIT) != 0;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /** Whether somebody attached before: no signal is needed then. */
  private boolean listens(String status) {
    String[] numbers = line(status, "NSpid:").split("\\s+");
    String inside = numbers[numbers.length - 1].isEmpty() ? process : numbers[numbers.length - 1];
    return new File(folder, "root/tmp/.java_pid" + inside).exists();
  }

  /** The effective one. */
  private static String uid(String status) {
    String[] uids = line(status, "Uid:").split("\\s+");
    return uids.length < 2 ? "unknown" : uids[1];
  }

  private static String line(String text, String name) {
    int start = text.startsWith(name) ? 0 : text.indexOf('\n' + name) + 1;
    if (start == 0 && !text.startsWith(name)) {
      return "";
    }
    int end = text.indexOf('\n', start);
    return text.substring(start + name.length(), end < 0 ? text.length() : end).trim();
  }

  private boolean mentions(String file, String option) {
    return textOf(file).contains(option);
  }

  private String textOf(String file) {
    return read(new File(folder, file));
  }

  /** Empty when it cannot be read. */
  private static String read(File file) {
    try {
      return text(file);
    } catch (IOException e) {
      return "";
    }
  }

  private String read(String file) throws IOException {
    return text(new File(folder, file));
  }

  private static String text(File file) throws IOException {
    try (InputStream in = new FileInputStream(file)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      int count;
      while ((count = in.read(part)) >= 0) {
        bytes.write(part, 0, count);
      }
      return bytes.toString("ISO-8859-1");
    }
  }
}
