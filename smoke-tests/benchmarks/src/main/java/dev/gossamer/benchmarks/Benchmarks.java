package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.ServerRunner.Trait;
import dev.gossamer.benchmarks.hot.HotPaths;
import dev.gossamer.benchmarks.many.Kinds;
import dev.gossamer.testing.Libraries;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The command: measures, prints, writes the report, and fails if a limit is not held. */
final class Benchmarks {
  private final Settings settings;
  private final Results results;
  private boolean failed;
  private final StringBuilder samples =
      new StringBuilder("application,round,agent,measure,value\n");

  private Benchmarks(Settings settings) {
    this.settings = settings;
    this.results = new Results(settings.agents());
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Settings settings = Settings.read();
    Benchmarks benchmarks = new Benchmarks(settings);
    boolean held = benchmarks.run();
    if (!held && settings.judge()) {
      System.err.println("a limit is not held");
    }
    if (benchmarks.failed || !held && settings.judge()) {
      System.exit(1);
    }
  }

  private boolean run() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(settings.target().resolve("benchmarks"));
    Machine machine = Machine.describe(settings.javaHome());
    Processors processors = Processors.find();
    System.out.println(machine);
    if (!processors.pinning()) {
      System.out.println("no taskset, or one processor: application and load share it");
    }
    try (SinkJvm sink = SinkJvm.start(settings, folder.resolve("sink"))) {
      Map<Application, Runner> runners = new EnumMap<>(Application.class);
      for (Application application : settings.applications()) {
        runners.put(application, runner(application, sink, processors, folder));
      }
      // A round of all before the next of any: whoever stops early has something of everything, and
      // a bad quarter of an hour of the machine hits one round of each.
      int most = runners.keySet().stream().mapToInt(settings::rounds).max().orElse(0);
      for (int round = 0; round < most; round++) {
        for (Map.Entry<Application, Runner> each : runners.entrySet()) {
          if (round < settings.rounds(each.getKey())) {
            roundOrLine(each.getKey(), each.getValue(), round);
          }
        }
        Files.writeString(folder.resolve("samples.csv"), samples);
      }
    }
    List<HotPaths.Cost> hotPaths =
        settings.hotPaths()
            ? HotPaths.measure(
                settings.hotSeconds(), 1, settings.javaHome(), folder.resolve("hot-paths.txt"))
            : List.of();
    String markdown = new Report(settings, results, hotPaths, machine).markdown();
    Files.writeString(folder.resolve("benchmarks.md"), markdown);
    System.out.println(ConsoleTable.of(markdown));
    String chart = Chart.of(results);
    if (chart != null) {
      Files.writeString(folder.resolve("benchmarks.svg"), chart);
    }
    if (settings.whole() && !settings.mode().equals("smoke")) {
      Files.writeString(settings.report(), markdown);
      if (chart != null) {
        Files.writeString(settings.report().resolveSibling("benchmarks.svg"), chart);
      }
      System.out.println("written to " + settings.report());
    }
    return held();
  }

  private Runner runner(Application application, SinkJvm sink, Processors processors, Path folder) {
    return switch (application) {
      case HELLO ->
          new HelloRunner(
              settings, sink, folder, "hello", "dev.gossamer.benchmarks.hello.Hello", List.of());
      case CLASSES ->
          new HelloRunner(
              settings,
              sink,
              folder,
              "classes",
              "dev.gossamer.benchmarks.many.Kinds",
              List.of(manyClasses(folder)));
      case SERVICE ->
          new ServerRunner(
              settings,
              sink,
              processors,
              folder,
              new ServerRunner.Server(
                  "service",
                  "dev.gossamer.benchmarks.service.ItemService",
                  List.of("PORT", "FOLDER"),
                  "/items?id=7",
                  settings.loadRounds(),
                  2,
                  EnumSet.of(Trait.STARTS, Trait.TELLS_ALLOCATION)));
      case GATEWAY ->
          new ServerRunner(
              settings,
              sink,
              processors,
              folder,
              new ServerRunner.Server(
                  classPath("gateway", Libraries.named("webflux")),
                  "dev.gossamer.benchmarks.greeting.Gateway",
                  List.of("PORT"),
                  "/greetings/7",
                  settings.loadRounds(),
                  3,
                  EnumSet.noneOf(Trait.class)));
      case CLINIC ->
          new ServerRunner(
              settings,
              sink,
              processors,
              folder,
              new ServerRunner.Server(
                  "clinic",
                  "dev.gossamer.benchmarks.clinic.Clinic",
                  List.of("--server.port=PORT"),
                  "/owners/1",
                  0,
                  0,
                  EnumSet.of(Trait.STARTS)));
      case NETTY, NETTY41 -> greeting(application, "NettyGreeting", sink, processors, folder);
      case UNDERTOW -> greeting(application, "UndertowGreeting", sink, processors, folder);
      case JETTY -> greeting(application, "JettyGreeting", sink, processors, folder);
      case WEBFLUX -> greeting(application, "WebFluxGreeting", sink, processors, folder);
      case TOMCAT -> greeting(application, "TomcatGreeting", sink, processors, folder);
      case VERTX -> greeting(application, "VertxGreeting", sink, processors, folder);
      case GRIZZLY -> greeting(application, "GrizzlyGreeting", sink, processors, folder);
      case HELIDON -> greeting(application, "HelidonGreeting", sink, processors, folder);
      case JDK -> greeting(application, "JdkGreeting", sink, processors, folder);
      case SIGNALS ->
          new ServerRunner(
              settings,
              sink,
              processors,
              folder,
              new ServerRunner.Server(
                  "signals",
                  "dev.gossamer.benchmarks.service.ItemService",
                  List.of("PORT", "FOLDER"),
                  "/items?id=7",
                  settings.loadRounds(),
                  2,
                  EnumSet.of(Trait.ALL_SIGNALS, Trait.TELLS_ALLOCATION)));
    };
  }

  private Runner greeting(
      Application application, String mainClass, SinkJvm sink, Processors processors, Path folder) {
    String key = application.name().toLowerCase(Locale.ROOT);
    classPath(key, application == Application.JDK ? List.of() : Libraries.named(key));
    return new ServerRunner(
        settings,
        sink,
        processors,
        folder,
        new ServerRunner.Server(
            key,
            "dev.gossamer.benchmarks.greeting." + mainClass,
            List.of("PORT", "FOLDER"),
            "/greetings/7",
            settings.loadRounds(),
            1,
            EnumSet.of(Trait.TOGETHER)));
  }

  private Path manyClasses(Path folder) {
    Path jar = folder.resolve("many-classes.jar");
    try {
      Kinds.write(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** Writes down what an application runs with, and gives back its key. */
  private String classPath(String key, List<Path> jars) {
    String text = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    try {
      Files.writeString(settings.target().resolve(key + ".classpath"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key;
  }

  /** A round that fails is told, and costs no other. */
  private void roundOrLine(Application application, Runner runner, int round)
      throws InterruptedException {
    try {
      round(application, runner, round);
    } catch (IOException e) {
      failed = true;
      System.err.println(application + " " + round + " failed: " + e.getMessage());
    }
  }

  /** Every agent once; in every other round in the opposite order. */
  private void round(Application application, Runner runner, int round)
      throws IOException, InterruptedException {
    List<Agent> order = new ArrayList<>(settings.agents());
    if (application.isServer()) {
      order.removeIf(agent -> agent.isPeer() && !agent.key().equals("otel"));
    }
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    List<Run> runs = runner.run(order, round);
    results.add(application, runs);
    for (Run run : runs) {
      run.values()
          .forEach(
              (measure, value) ->
                  samples
                      .append(application)
                      .append(',')
                      .append(round)
                      .append(',')
                      .append(run.agent().key())
                      .append(',')
                      .append(measure)
                      .append(',')
                      .append(value)
                      .append('\n'));
      System.out.println(application + " " + round + " " + run.agent().key() + " " + run.values());
    }
  }

  private boolean held() throws IOException {
    boolean held = true;
    for (Limit limit : Limit.ALL) {
      Limit.Verdict verdict = limit.judge(results);
      held &= !limit.must() || verdict == null || verdict.held();
    }
    return held;
  }
}
