package dev.gossamer.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a JVM says of the classes it loaded, in this order.
 *
 * @param loads one line each
 */
record ClassLog(List<Load> loads) {
  private static final Pattern LINE = Pattern.compile("\\[(\\d+)\\] (\\S+) source: (.*)");

  /**
   * A loaded class.
   *
   * @param thread the loading thread's id
   * @param name binary, of hidden classes with what the JVM adds
   * @param source where it came from, in the JVM's words
   */
  record Load(String thread, String name, String source) {}

  /** The JVM argument that writes the log. */
  static String option(Path file) {
    return "-Xlog:class+load:file=" + file + ":tid:filecount=0";
  }

  static ClassLog read(Path file) throws IOException {
    return new ClassLog(
        Files.readAllLines(file).stream()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(line -> new Load(line.group(1), line.group(2), line.group(3)))
            .toList());
  }

  Set<String> names() {
    return loads.stream().map(Load::name).collect(Collectors.toSet());
  }

  /** What the main thread loaded until the application's main class was there. */
  List<Load> onMainThreadUntil(Class<?> main) {
    int end = 0;
    while (!loads.get(end).name.equals(main.getName())) {
      end++;
    }
    String thread = loads.get(end).thread;
    return loads.subList(0, end).stream().filter(load -> load.thread.equals(thread)).toList();
  }

  /** What the thread loaded that loaded this class. */
  List<Load> onThreadOf(String className) {
    String thread =
        loads.stream()
            .filter(load -> load.name.equals(className))
            .findFirst()
            .orElseThrow(() -> new AssertionError(className + " was not loaded"))
            .thread;
    return loads.stream().filter(load -> load.thread.equals(thread)).toList();
  }

  long count(Predicate<Load> condition) {
    return loads.stream().filter(condition).count();
  }
}
