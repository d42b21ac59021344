package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The command: measures, prints, writes the report, and fails if a limit is not held. */
final class Benchmarks {
  private final Settings settings;
  private final Results results;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Path folder;
  private final Samples samples;
  private final Map<Application, Integer> roundsBefore = new EnumMap<>(Application.class);

  private Benchmarks(Settings settings) throws IOException {
    this.settings = settings;
    results = new Results(settings.agents());
    folder = Files.createDirectories(settings.target().resolve("benchmarks"));
    samples = new Samples(folder, settings.compared());
    if (settings.more()) {
      samples.read(results);
    }
    for (Application application : results.applications()) {
      roundsBefore.put(application, results.rounds(application));
    }
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
    Machine machine = Machine.describe(settings.javaHome());
    Processors processors = Processors.find();
    System.out.println(machine);
    System.out.println("takes about " + settings.minutes() + " minutes");
    if (!processors.pinning()) {
      System.out.println("no taskset, or one processor: application and load share it");
    }
    measureHotPaths();
    try (SinkJvm sink = SinkJvm.start(settings, folder.resolve("sink"));
        Load load = new Load(settings, processors)) {
      Runners of =
          new Runners(Harness.of(settings, sink, processors, load, folder, results.failures()));
      Map<Application, Runner> runners = new EnumMap<>(Application.class);
      for (Application application : settings.applications()) {
        runners.put(application, of.runner(application));
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
        samples.write(results.pieces());
        report(machine);
      }
    }
    seconds.forEach((part, spent) -> System.out.printf("%s took %.1f minutes%n", part, spent / 60));
    samples.write(results.pieces());
    String markdown = report(machine);
    System.out.println(ConsoleTable.of(markdown));
    if (settings.isWhole(results)) {
      show(settings.report());
      showChart();
    } else if (settings.isWholeOfServers(results)) {
      show(settings.report().resolveSibling("benchmarks-servers.md"));
    }
    return held();
  }

  /** Before the rest: it has one round only, and whoever stops early has that. */
  private void measureHotPaths() throws InterruptedException {
    if (!settings.hotPaths()) {
      return;
    }
    long started = System.nanoTime();
    results.pieces().clear();
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
  private String report(Machine machine) throws IOException {
    String markdown = new Report(settings, results, machine).markdown();
    Files.writeString(folder.resolve("benchmarks.md"), markdown);
    String chart = Chart.of(results);
    if (chart != null) {
      Files.writeString(folder.resolve("benchmarks.svg"), chart);
    }
    return markdown;
  }

  /** Puts the report where the project shows it. */
  private void show(Path report) throws IOException {
    Files.copy(folder.resolve("benchmarks.md"), report, StandardCopyOption.REPLACE_EXISTING);
    System.out.println("written to " + report);
  }

  private void showChart() throws IOException {
    Path chart = folder.resolve("benchmarks.svg");
    if (Files.exists(chart)) {
      Path shown = settings.report().resolveSibling("benchmarks.svg");
      Files.copy(chart, shown, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Every agent once; in every other round in the opposite order. */
  private void round(Application application, Runner runner, int round)
      throws InterruptedException {
    long started = System.nanoTime();
    List<Agent> order = new ArrayList<>(settings.agents(application));
    if ((roundsBefore.getOrDefault(application, 0) + round) % 2 == 1) {
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
      samples.add(application, roundsBefore.getOrDefault(application, 0) + round, run);
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
