package dev.gossamer.smoke.servers;

import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.servers.Folder;
import dev.gossamer.testing.servers.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a server's life: set up, started, given an application, asked, given the next
 * version of it, asked again, looked after, stopped.
 *
 * @param answers to the same requests in each life
 * @param applications how many class loaders of the application were left of the two, at the end
 * @param lookedAfter exit code of the command that looks after the server
 * @param stopped exit code of the command that stops it, 0 where that is a signal
 * @param exitCode of the server
 * @param stopping from the order to stop until the server had ended
 * @param lines all that the server and the commands wrote, each as {@link LogLine}
 */
record ServerRun(
    List<String> answers,
    long applications,
    int lookedAfter,
    int stopped,
    int exitCode,
    Duration stopping,
    List<LogLine> lines) {
  /** Needs the database, the executor and the client; the last part is the item's number. */
  static final String ITEM = "/shop/items/42";

  static final String VERSION = "/shop/version";
  static final String FILE = "/shop/hello.txt";
  static final String MISSING = "/shop/missing.txt";
  static final String HIDDEN = "/shop/WEB-INF/shop.properties";
  static final String ELSEWHERE = "/elsewhere/items/42";

  private static final Duration TO_START = Duration.ofSeconds(120);
  private static final Duration TO_UNLOAD = Duration.ofSeconds(20);
  private static final long PAUSE = 100;

  /**
   * Lets it live.
   *
   * @param folder for what it writes; emptied before
   * @param environment what its operator sets
   */
  static ServerRun of(Server server, Path folder, Path javaHome, Map<String, String> environment)
      throws IOException, InterruptedException {
    Folder.delete(folder);
    Path base = Files.createDirectories(folder.resolve("base"));
    Instance instance = new Instance(base, javaHome, FreePort.find(), FreePort.find());
    server.prepare(instance);
    Map<String, String> variables = new TreeMap<>(server.environment(instance));
    variables.put("JAVA_HOME", javaHome.toString());
    variables.putAll(environment);

    war(server, 1).deploy(server.application(instance));
    List<String> answers = new ArrayList<>();
    try (Program program =
        Program.start(server.start(instance), variables, folder.resolve("server"))) {
      awaitVersion(1, instance.port(), program);
      for (String path : List.of(ITEM, FILE, MISSING, HIDDEN, ELSEWHERE)) {
        answers.add(answer(instance.port(), path));
      }
      war(server, 2).deploy(server.application(instance));
      awaitVersion(2, instance.port(), program);
      answers.add(answer(instance.port(), ITEM));
      long applications = applications(program, folder.resolve("jcmd"));

      int lookedAfter = run(server.lookAfter(instance), variables, folder.resolve("look-after"));
      long start = System.nanoTime();
      int stopped = 0;
      if (server.stop(instance).isEmpty()) {
        program.terminate();
      } else {
        stopped = run(server.stop(instance), variables, folder.resolve("stop"));
      }
      int exitCode = program.awaitExit();
      Duration stopping = Duration.ofNanos(System.nanoTime() - start);
      List<LogLine> lines = lines(server.logs(instance), folder, javaHome);
      return new ServerRun(
          List.copyOf(answers), applications, lookedAfter, stopped, exitCode, stopping, lines);
    }
  }

  private static War war(Server server, int version) {
    Map<String, String> settings = new TreeMap<>(Map.of("version", "" + version));
    if (server.database().isEmpty()) {
      return new War(server.isJavax(), settings, Published.named("h2"));
    }
    settings.put("database", server.database());
    return new War(server.isJavax(), settings, List.of());
  }

  private static void awaitVersion(int version, int port, Program program)
      throws InterruptedException {
    long end = System.nanoTime() + TO_START.toNanos();
    String expected = "200 " + version;
    String last = "";
    while (System.nanoTime() < end && program.isAlive()) {
      try {
        last = answer(port, VERSION);
        if (last.equals(expected)) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        last = notYet.toString();
      }
      // It is another process: there is nothing else to wait on.
      Thread.sleep(PAUSE);
    }
    throw new AssertionError(
        "version " + version + " does not answer, but " + last + "\n" + program.describe());
  }

  /** Status and, where the application made it, body. */
  private static String answer(int port, String path) {
    RawHttp.Response response = RawHttp.request("GET", path).send(port);
    return response.status() + (response.status() == 200 ? " " + response.body() : "");
  }

  /** One is the present version's; more are leaks, or not collected yet. */
  private static long applications(Program program, Path output) throws InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> command = List.of(jcmd.toString(), "" + program.javaPid(), "GC.class_histogram");
    long end = System.nanoTime() + TO_UNLOAD.toNanos();
    while (true) {
      try (Program histogram = Program.start(command, Map.of(), output)) {
        if (histogram.awaitExit() != 0) {
          throw new AssertionError("jcmd failed\n" + histogram.describe());
        }
        long count =
            histogram.stdout().stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && words[3].equals("org.example.shop.Deployed"))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
        if (count <= 1 || System.nanoTime() > end) {
          return count;
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private static int run(List<String> command, Map<String, String> environment, Path output) {
    if (command.isEmpty()) {
      return 0;
    }
    try (Program program = Program.start(command, environment, output)) {
      return program.awaitExit();
    }
  }

  private static List<LogLine> lines(Path logs, Path folder, Path javaHome) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> printed = Files.list(folder)) {
      printed.filter(file -> isLog(file, "server", "look-after", "stop")).forEach(files::add);
    }
    try (Stream<Path> written = Files.walk(logs)) {
      written.filter(file -> isLog(file, "")).forEach(files::add);
    }
    files.sort(null);
    List<LogLine> lines = new ArrayList<>();
    for (Path file : files) {
      for (String line : Program.lines(file)) {
        lines.add(LogLine.of(file.getFileName().toString(), line, folder, javaHome));
      }
    }
    return List.copyOf(lines);
  }

  private static boolean isLog(Path file, String... starts) {
    String name = file.getFileName().toString();
    boolean text = name.endsWith(".log") || name.endsWith(".txt");
    boolean printed = name.endsWith(".out") || name.endsWith(".err");
    return Files.isRegularFile(file)
        && (text || printed)
        && Stream.of(starts).anyMatch(name::startsWith);
  }

  /** The lines of which another run has none alike. */
  List<LogLine> linesThatAreNotIn(ServerRun other) {
    Set<String> known = other.lines.stream().map(LogLine::normal).collect(Collectors.toSet());
    return lines.stream().filter(line -> !known.contains(line.normal())).toList();
  }

  /** The first line that contains a text, or null. */
  @Nullable LogLine line(String text) {
    return lines.stream().filter(line -> line.text().contains(text)).findFirst().orElse(null);
  }
}
