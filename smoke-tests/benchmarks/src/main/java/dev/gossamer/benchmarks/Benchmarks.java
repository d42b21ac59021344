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
