package dev.gossamer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesTest {
  private static final Agent NONE = new Agent(Agent.NONE, "no agent", null);
  private static final Agent OURS = new Agent(Agent.OURS, "Gossamer", Path.of("ours.jar"));
  private static final List<Agent> AGENTS = List.of(NONE, OURS);

  @TempDir private Path folder = Path.of("");

  @Test
  void roundsOfAnEarlierRunCountLikeThoseOfThisOne() throws IOException {
    Samples first = new Samples(folder, "quick");
    write(first, 0, 5, 6);
    write(first, 1, 5, 8);
    first.write(List.of(new HotPaths.Cost("span, by the agent", 100, Double.NaN, 64)));

    Results results = new Results(AGENTS);
    Samples second = new Samples(folder, "quick");
    second.read(results);

    assertThat(results.rounds(Application.KAFKA)).isEqualTo(2);
    assertThat(results.added(Application.KAFKA, Agent.OURS, Measure.REQUEST_CPU))
        .isEqualTo(Spread.of(1, 3));
    assertThat(results.absolute(Application.KAFKA, Agent.OURS, Measure.THREADS))
        .isEqualTo(Spread.of(2, 2));
    assertThat(results.pieces())
        .containsExactly(new HotPaths.Cost("span, by the agent", 100, Double.NaN, 64));

    write(second, 2, 1, 1);
    second.write(results.pieces());
    Results all = new Results(AGENTS);
    new Samples(folder, "quick").read(all);
    assertThat(all.rounds(Application.KAFKA)).isEqualTo(3);
  }

  @Test
  void nothingIsAddedToARunOfOtherAgents() throws IOException {
    new Samples(folder, "quick, Gossamer 1").write(List.of());

    assertThatThrownBy(() -> new Samples(folder, "quick, Gossamer 2").read(new Results(AGENTS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has '# quick, Gossamer 1'")
        .hasMessageContaining("leave benchmark.more out");
  }

  @Test
  void thereMustBeARunToAddTo() {
    assertThatThrownBy(() -> new Samples(folder, "quick").read(new Results(AGENTS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("samples.csv is not there");
  }

  private static void write(Samples samples, int round, double none, double ours) {
    samples.add(Application.KAFKA, round, run(NONE, none, 0));
    samples.add(Application.KAFKA, round, run(OURS, ours, 2));
  }

  private static Run run(Agent agent, double cpu, double threads) {
    Map<Measure, Double> values =
        new EnumMap<>(Map.of(Measure.REQUEST_CPU, cpu, Measure.THREADS, threads));
    return new Run(agent, values, Map.of(), List.of(), List.of());
  }
}
