package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.Server.Trait;
import dev.gossamer.benchmarks.hot.HotPaths;
import dev.gossamer.benchmarks.many.Kinds;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.servers.KafkaBroker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command: measures, prints, writes the report, and fails if a limit is not held. */
final class Benchmarks {
  private final Settings settings;
  private final Results results;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
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
    List<String> failures = benchmarks.results.failures().lines();
    failures.forEach(failure -> System.err.println("FAILED " + failure));
    if (!failures.isEmpty() || !held && settings.judge()) {
      System.exit(1);
    }
  }

  private boolean run() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(settings.target().resolve("benchmarks"));
    Machine machine = Machine.describe(settings.javaHome());
    Processors processors = Processors.find();
    System.out.println(machine);
    System.out.println("takes about " + settings.minutes() + " minutes");
    if (!processors.pinning()) {
      System.out.println("no taskset, or one processor: application and load share it");
    }
    measureHotPaths(folder);
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
            round(each.getKey(), each.getValue(), round);
          }
        }
        Files.writeString(folder.resolve("samples.csv"), samples);
        report(folder, machine);
      }
    }
    seconds.forEach((part, spent) -> System.out.printf("%s took %.1f minutes%n", part, spent / 60));
    String markdown = report(folder, machine);
    System.out.println(ConsoleTable.of(markdown));
    if (settings.whole()) {
      show(folder, settings.report());
    } else if (settings.wholeOfServers()) {
      show(folder, settings.report().resolveSibling("benchmarks-servers.md"));
    }
    return held();
  }

  /** Before the rest: it has one round only, and whoever stops early has that. */
  private void measureHotPaths(Path folder) throws InterruptedException {
    if (!settings.hotPaths()) {
      return;
    }
    long started = System.nanoTime();
    results
        .failures()
        .attempt(
            "pieces",
            () ->
                results
                    .pieces()
                    .addAll(
                        HotPaths.measure(
                            settings.hotSeconds(),
                            settings.javaHome(),
                            Objects.requireNonNull(jar()),
                            folder.resolve("hot-paths.txt"))));
    took("hot", started);
  }

  /** Of what was measured so far: whoever stops a run has that. */
  private String report(Path folder, Machine machine) throws IOException {
    String markdown = new Report(settings, results, machine).markdown();
    Files.writeString(folder.resolve("benchmarks.md"), markdown);
    String chart = Chart.of(results);
    if (chart != null) {
      Files.writeString(folder.resolve("benchmarks.svg"), chart);
    }
    return markdown;
  }

  /** Puts the report where the project shows it, and the picture beside it if there is one. */
  private void show(Path folder, Path report) throws IOException {
    Files.copy(folder.resolve("benchmarks.md"), report, StandardCopyOption.REPLACE_EXISTING);
    Path chart = folder.resolve("benchmarks.svg");
    if (settings.whole() && Files.exists(chart)) {
      Files.copy(
          chart, report.resolveSibling("benchmarks.svg"), StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.println("written to " + report);
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
      case SERVICE -> service("service", sink, processors, folder, serviceTraits());
      case SUSTAINED -> service("service", sink, processors, folder, EnumSet.of(Trait.SUSTAINED));
      case SIGNALS ->
          service(
              "signals",
              sink,
              processors,
              folder,
              EnumSet.of(Trait.ALL_SIGNALS, Trait.TELLS_ALLOCATION, Trait.TOGETHER));
      case GATEWAY ->
          server(
              sink,
              processors,
              folder,
              new Server(
                  classPath("gateway", Libraries.named("webflux")),
                  "dev.gossamer.benchmarks.greeting.Gateway",
                  List.of("PORT"),
                  "/greetings/7",
                  settings.loadRounds(),
                  3,
                  EnumSet.of(Trait.TOGETHER)));
      case KAFKA -> kafka(sink, processors, folder);
      case CLINIC ->
          server(
              sink,
              processors,
              folder,
              new Server(
                  "clinic",
                  "dev.gossamer.benchmarks.clinic.Clinic",
                  List.of("--server.port=PORT"),
                  "/owners/1",
                  0,
                  0,
                  settings.quick()
                      ? EnumSet.of(Trait.STARTS)
                      : EnumSet.of(Trait.STARTS, Trait.FIRST_REQUESTS)));
      case NETTY, NETTY41 -> greeting(application, "NettyGreeting", sink, processors, folder);
      case UNDERTOW -> greeting(application, "UndertowGreeting", sink, processors, folder);
      case JETTY -> greeting(application, "JettyGreeting", sink, processors, folder);
      case WEBFLUX -> greeting(application, "WebFluxGreeting", sink, processors, folder);
      case TOMCAT -> greeting(application, "TomcatGreeting", sink, processors, folder);
      case VERTX -> greeting(application, "VertxGreeting", sink, processors, folder);
      case GRIZZLY -> greeting(application, "GrizzlyGreeting", sink, processors, folder);
      case HELIDON -> greeting(application, "HelidonGreeting", sink, processors, folder);
      case JDK -> greeting(application, "JdkGreeting", sink, processors, folder);
    };
  }

  /** In a quarter of an hour, each of the dear things can be done with one application only. */
  private Set<Trait> serviceTraits() {
    Set<Trait> traits = EnumSet.of(Trait.FIRST_REQUESTS, Trait.TELLS_ALLOCATION, Trait.TOGETHER);
    if (!settings.quick()) {
      traits.add(Trait.STARTS);
    }
    return traits;
  }

  private ServerRunner server(SinkJvm sink, Processors processors, Path folder, Server server) {
    return new ServerRunner(settings, sink, processors, folder, results.failures(), server);
  }

  private Runner service(
      String key, SinkJvm sink, Processors processors, Path folder, Set<Trait> traits) {
    return server(
        sink,
        processors,
        folder,
        new Server(
            key,
            "dev.gossamer.benchmarks.service.ItemService",
            List.of("PORT", "FOLDER"),
            "/items?id=7",
            settings.loadRounds(),
            2,
            traits));
  }

  /** Each agent has a broker of its own, on the processor of the load, and so a new topic. */
  private Runner kafka(SinkJvm sink, Processors processors, Path folder) {
    String key = classPath("kafka", Libraries.named("kafka"));
    String broker = joined(Libraries.named("broker"));
    return (agents, round) -> {
      Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
      try (KafkaBroker running = KafkaBroker.embedded(broker)) {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
          if (!before.contains(child)) {
            processors.pinRest(child.pid());
          }
        }
        return server(
                sink,
                processors,
                folder,
                new Server(
                    key,
                    "dev.gossamer.benchmarks.messaging.Orders",
                    List.of("PORT", "FOLDER", running.bootstrapServers()),
                    "/orders?id=7",
                    settings.loadRounds(),
                    3,
                    EnumSet.noneOf(Trait.class)))
            .run(agents, round);
      }
    };
  }

  private Runner greeting(
      Application application, String mainClass, SinkJvm sink, Processors processors, Path folder) {
    String key = application.name().toLowerCase(Locale.ROOT);
    classPath(key, application == Application.JDK ? List.of() : Libraries.named(key));
    return server(
        sink,
        processors,
        folder,
        new Server(
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
    try {
      Files.writeString(settings.target().resolve(key + ".classpath"), joined(jars));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key;
  }

  private static String joined(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Every agent once; in every other round in the opposite order. */
  private void round(Application application, Runner runner, int round)
      throws InterruptedException {
    long started = System.nanoTime();
    List<Agent> order = new ArrayList<>(settings.agents(application));
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    List<List<Agent>> parts =
        runner.together() ? List.of(order) : order.stream().map(List::of).toList();
    List<Run> runs = new ArrayList<>();
    for (List<Agent> part : parts) {
      String what = application + " " + round + " " + part.stream().map(Agent::key).toList();
      results.failures().attempt(what, () -> runs.addAll(runner.run(part, round)));
    }
    results.add(application, runs);
    for (Run run : runs) {
      String name = application + "," + round + "," + run.agent().key() + ",";
      run.values()
          .forEach(
              (measure, value) ->
                  samples.append(name).append(measure).append(',').append(value).append('\n'));
      System.out.println(application + " " + round + " " + run.agent().key() + " " + run.values());
    }
    took(application.toString(), started);
  }

  private void took(String part, long started) {
    seconds.merge(part, (System.nanoTime() - started) / 1e9, Double::sum);
  }

  private @Nullable Path jar() {
    return settings.agents().stream()
        .filter(agent -> agent.key().equals(Agent.OURS))
        .findFirst()
        .orElseThrow()
        .jar();
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
