package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every number of every round, in two files: for whoever wants to reckon otherwise, and for rounds
 * that are added to them later.
 */
final class Samples {
  private static final String HEAD = "application,round,agent,measure,value";
  private static final String PIECES_HEAD = "nanos,error,bytes,piece";

  private final Path file;
  private final Path pieces;
  private final String of;
  private final StringBuilder rows = new StringBuilder();

  /**
   * Without any numbers yet.
   *
   * @param folder of the files
   * @param of what rounds must have in common to be compared: the agents, the Java
   */
  Samples(Path folder, String of) {
    file = folder.resolve("samples.csv");
    pieces = folder.resolve("pieces.csv");
    this.of = "# " + of;
  }

  void add(Application application, int round, Run run) {
    String name = application + "," + round + "," + run.agent().key() + ",";
    run.values()
        .forEach(
            (measure, value) ->
                rows.append(name).append(measure).append(',').append(value).append('\n'));
  }

  void write(List<HotPaths.Cost> costs) throws IOException {
    Files.writeString(file, of + '\n' + HEAD + '\n' + rows);
    StringBuilder lines = new StringBuilder(PIECES_HEAD).append('\n');
    for (HotPaths.Cost cost : costs) {
      String numbers = cost.nanos() + "," + cost.error() + "," + cost.bytes();
      lines.append(numbers).append(',').append(cost.name()).append('\n');
    }
    Files.writeString(pieces, lines);
  }

  /**
   * Takes over what an earlier run wrote.
   *
   * @throws IllegalArgumentException if that was of other agents, or another Java
   */
  void read(Results results) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (lines.isEmpty() || !lines.get(0).equals(of)) {
      throw new IllegalArgumentException(
          "benchmark.more: "
              + file
              + (lines.isEmpty() ? " is not there" : " has '" + lines.get(0) + "'")
              + ", so there is no run of '"
              + of.substring(2)
              + "' to add rounds to; leave benchmark.more out");
    }
    Map<String, List<Run>> rounds = new LinkedHashMap<>();
    for (String line : lines.subList(2, lines.size())) {
      rows.append(line).append('\n');
      String[] cells = line.split(",");
      Agent agent = agent(results, cells[2]);
      List<Run> round = rounds.computeIfAbsent(cells[0] + "," + cells[1], key -> new ArrayList<>());
      Run run = round.isEmpty() ? null : round.get(round.size() - 1);
      if (run == null || !run.agent().equals(agent)) {
        run = new Run(agent, Run.noValues(), Map.of(), List.of(), List.of());
        round.add(run);
      }
      run.values().put(Measure.valueOf(cells[3]), Double.valueOf(cells[4]));
    }
    rounds.forEach(
        (round, runs) ->
            results.addCompared(Application.valueOf(round.substring(0, round.indexOf(','))), runs));
    List<String> costs = Files.readAllLines(pieces);
    for (String line : costs.subList(1, costs.size())) {
      String[] cells = line.split(",", 4);
      results
          .pieces()
          .add(
              new HotPaths.Cost(
                  cells[3],
                  Double.parseDouble(cells[0]),
                  Double.parseDouble(cells[1]),
                  Double.parseDouble(cells[2])));
    }
  }

  private static Agent agent(Results results, String key) {
    return results.agents().stream()
        .filter(agent -> agent.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
