package dev.gossamer.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the JDK's {@code jcmd} tells about a JVM. */
final class Jcmd {
  private final Path jcmd;

  Jcmd(Path javaHome) {
    this.jcmd = javaHome.resolve("bin/jcmd");
  }

  /**
   * The JVM's own counters, read from the memory it shares with tools: nothing runs in the measured
   * JVM for it, so no class is loaded by being counted.
   */
  Counters counters(long pid) throws IOException, InterruptedException {
    return Counters.parse(run(pid, "PerfCounter.print"));
  }

  /** Names of the Java threads and how often each occurs; digits are left out of the names. */
  Map<String, Integer> threads(long pid) throws IOException, InterruptedException {
    return threadNames(run(pid, "Thread.print"));
  }

  /** What the JVM's compilers have made, in MiB. */
  double codeCacheMiB(long pid) throws IOException, InterruptedException {
    return codeCacheKiB(run(pid, "Compiler.codecache")) / 1024.0;
  }

  /** The sum over the code heaps, of which there is one or there are three. */
  static long codeCacheKiB(String output) {
    return Pattern.compile("\\bused=(\\d+)Kb")
        .matcher(output)
        .results()
        .mapToLong(used -> Long.parseLong(used.group(1)))
        .sum();
  }

  /** Collects garbage, twice: what is freed by a cleaner goes with the second. */
  void collect(long pid) throws IOException, InterruptedException {
    run(pid, "GC.run");
    run(pid, "GC.run");
  }

  /** The Java threads of a thread dump; those that compile come and go with the load. */
  static Map<String, Integer> threadNames(String dump) {
    Map<String, Integer> names = new TreeMap<>();
    for (String line : dump.lines().toList()) {
      int end = line.indexOf("\" #");
      if (line.startsWith("\"") && end > 0) {
        String name = line.substring(1, end).replaceAll("\\d+", "*");
        if (!name.contains("CompilerThread") && !name.equals("Attach Listener")) {
          names.merge(name, 1, Integer::sum);
        }
      }
    }
    return names;
  }

  private String run(long pid, String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command).redirectErrorStream(true);
    ChildJvm.clean(builder.environment());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + pid + " " + command + ": " + output);
    }
    return output;
  }

  /** The JVM's counters by name. */
  record Counters(Map<String, String> values) {
    private static final double MIB = 1024 * 1024;

    static Counters parse(String output) {
      Map<String, String> values = new TreeMap<>();
      for (String line : output.lines().toList()) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          values.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      return new Counters(values);
    }

    /** Classes loaded, from class files and from the JDK's archive. */
    double classes() {
      return number("java.cls.loadedClasses") + number("java.cls.sharedLoadedClasses");
    }

    /** Those of them that came out of an archive. */
    double sharedClasses() {
      return number("java.cls.sharedLoadedClasses");
    }

    double metaspaceMiB() {
      return number("sun.gc.metaspace.used") / MIB;
    }

    /** What the heap holds; what is alive, if garbage was collected just before. */
    double heapMiB() {
      double used = 0;
      for (String name : values.keySet()) {
        if (name.startsWith("sun.gc.generation.") && name.endsWith(".used")) {
          used += number(name);
        }
      }
      return used / MIB;
    }

    private double number(String name) {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalStateException("this JVM has no counter " + name);
      }
      return Double.parseDouble(value);
    }
  }
}
