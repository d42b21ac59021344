package dev.gossamer.smoke.servers;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A line that a server or a script wrote.
 *
 * @param file the simple name of where it stands
 * @param text as it was written
 * @param normal without what differs from run to run: times, ports, process ids, addresses of
 *     objects, folders
 */
record LogLine(String file, String text, String normal) {
  /** What is hexadecimal without doubt, even if it has no digit: an object's address, a hash. */
  private static final String HEXADECIMAL = "@[0-9a-f]{1,8}\\b|\\b[0-9a-f]{2}/[0-9a-f]{38}\\b|";

  /** Else hexadecimal as far as there is a digit in it, with what numbers are separated by. */
  private static final Pattern NUMBER =
      Pattern.compile(
          HEXADECIMAL + "\\b[0-9a-fA-F]*[0-9][0-9a-fA-F]*([-.,:/T][0-9a-fA-F]*[0-9][0-9a-fA-F]*)*");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  static LogLine of(String file, String text, Path folder, Path javaHome) {
    String normal = text.replace(folder.toString(), "FOLDER").replace(javaHome.toString(), "JAVA");
    normal = NUMBER.matcher(normal).replaceAll("#");
    normal = SPACE.matcher(normal).replaceAll(" ");
    return new LogLine(file, text, NUMBER.matcher(file).replaceAll("#") + ": " + normal);
  }

  /** Whether it is the agent's one line of information, and no warning. */
  boolean isStartupLine() {
    return text.startsWith("[gossamer] ")
        && !text.startsWith("[gossamer] warning: ")
        && !text.startsWith("[gossamer] debug: ");
  }

  @Override
  public String toString() {
    return file + ": " + text;
  }
}
