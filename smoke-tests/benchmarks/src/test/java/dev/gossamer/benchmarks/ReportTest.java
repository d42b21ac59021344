package dev.gossamer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
  @TempDir private Path folder = Path.of("");
  private @Nullable Settings settings;
  private Results results = new Results(List.of());
  private List<Agent> agents = List.of();

  @BeforeEach
  void threeAgents() throws IOException {
    Path jar = Files.write(folder.resolve("agent.jar"), new byte[2 * 1024 * 1024]);
    agents =
        List.of(
            new Agent(Agent.NONE, "no agent", null),
            new Agent(Agent.OURS, "Gossamer", jar),
            new Agent("otel", "OpenTelemetry", jar));
    results = new Results(agents);
    settings =
        new Settings(
            EnumSet.of(Application.HELLO, Application.SERVICE),
            true,
            1,
            agents,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            "quick",
            folder,
            folder,
            folder,
            folder,
            false,
            true);
  }

  @Test
  void aLimitThatIsHeldAndOneThatIsNotAreToldApart() throws IOException {
    round(1000, 0.3, 0);
    assertThat(markdown())
        .contains("| Hello world: classes loaded | at most +900 | +1000 | **not held** |")
        .contains(
            "| Hello world: CPU of a run that ends at once, s | at most 0.15 of the best peer"
                + " | 0.100 | held |")
        .contains("| size of the jar | at most 4 MiB | 2.00 MiB | held |");
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() throws IOException {
    round(1, 0.3, 0);
    assertThat(markdown()).doesNotContain("| Spring Boot: agent threads");
  }

  @Test
  void oneRoundWithALineTooManyIsOneTooMany() throws IOException {
    round(1, 0.3, 0);
    round(1, 0.3, 0);
    round(1, 0.3, 1);
    assertThat(markdown())
        .contains("| Hello world: lines on standard output | at most +0 | +1 | **not held** |");
  }

  @Test
  void aRowShowsTheMedianAndTheEnds() throws IOException {
    round(100, 0.3, 0);
    round(300, 0.3, 0);
    round(200, 0.3, 0);
    assertThat(markdown()).contains("| classes loaded | 500 | +200 (100 to 300) | +4000 | 0.050 |");
  }

  @Test
  void theConsoleShowsTheSameInEvenColumns() {
    assertThat(ConsoleTable.of("# t\n| a | bc |\n|---|---|\n| def | g |\n\nend"))
        .isEqualTo("# t\na    bc\n---  --\ndef  g\n\nend\n");
  }

  @Test
  void thePiecesOfARequestAreListed() throws IOException {
    List<HotPaths.Cost> costs = List.of(new HotPaths.Cost("inject", 41.6, Double.NaN, 240));
    results.pieces().addAll(costs);
    assertThat(markdown()).contains("| inject | 42 |  | 240 |");
  }

  @Test
  void aClassThatNobodyInstrumentsHasALimitOfItsOwn() throws IOException {
    results.pieces().add(new HotPaths.Cost("classOfApplication, under the agent", 1203, 4, 0.0003));
    assertThat(markdown())
        .contains("instruments: time | at most 1000 ns | 1203 ns | **not held** |")
        .contains("instruments: allocation | at most 0 bytes | 0 bytes | held |");
  }

  @Test
  void whatFailedIsToldAndTheRestIsShown() throws Exception {
    round(1, 0.3, 0);
    results
        .failures()
        .attempt(
            "hello 1 [otel]",
            () -> {
              throw new IOException("it ended with exit code 7");
            });
    assertThat(markdown())
        .contains("- hello 1 [otel]: java.io.IOException: it ended with exit code 7")
        .contains("| classes loaded | 500 | +1 |");
  }

  @Test
  void whatGrewSinceTheJarBeforeIsNotHeld() throws IOException {
    Agent before = new Agent(Agent.PREVIOUS, "before", agents.get(1).jar());
    results = new Results(List.of(agents.get(0), agents.get(1), before));
    results.add(
        Application.HELLO,
        List.of(
            run(agents.get(0), 500, 1, 0),
            run(agents.get(1), 1200, 1.26, 0),
            run(before, 1000, 1.2, 0)));
    assertThat(markdown())
        .contains("classes loaded | at most 1.05 of the jar before | 1.400 | **not held** |")
        .contains("at once, s | at most 1.25 of the jar before | 1.300 | **not held** |");
  }

  @Test
  void anArchiveThatIsNoLongerUsedIsNotHeld() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Agent agent : agents) {
      Map<Measure, Double> values = Run.noValues();
      values.put(Measure.ARCHIVE_CLASSES, agent.key().equals(Agent.NONE) ? 4000.0 : 500.0);
      runs.add(new Run(agent, values, Map.of(), List.of(), List.of()));
    }
    results.add(Application.SERVICE, runs);
    assertThat(markdown())
        .contains("| at least 0.95 of those without agent | 0.125 | **not held** |");
  }

  @Test
  void aPeerThatLosesSpansIsMarkedAndNotComparedWith() throws IOException {
    agents = List.of(agents.get(0), agents.get(1), agents.get(2), new Agent("elastic", "E", null));
    results = new Results(agents);
    List<Run> runs = new ArrayList<>();
    double[] spans = {0, 2.9, 2.2, 1.5};
    double[] cpu = {100, 105, 120, 110};
    for (int i = 0; i < 4; i++) {
      Map<Measure, Double> values = Run.noValues();
      values.put(Measure.REQUEST_CPU, cpu[i]);
      if (i > 0) {
        values.put(Measure.SPANS_PER_REQUEST, spans[i]);
      }
      runs.add(new Run(agents.get(i), values, Map.of(), List.of(), List.of()));
    }
    results.add(Application.SERVICE, runs);
    assertThat(markdown())
        .contains("| CPU per request, µs | 100.0 | +5.0 | +20.0 | +10.0 | 0.250 |")
        .contains("| spans delivered per request |  | 2.90 | 2.20 | 1.50 **too few** |  |");
  }

  private String markdown() throws IOException {
    Machine machine = new Machine("a processor", 2, "4 kB", "Linux", "17", "0.1");
    if (settings == null) {
      throw new IllegalStateException("set up first");
    }
    return new Report(settings, results, machine).markdown();
  }

  private void round(int classes, double cpu, int lines) {
    results.add(
        Application.HELLO,
        List.of(
            run(agents.get(0), 500, 1, 0),
            run(agents.get(1), 500 + classes, 1 + cpu, lines),
            run(agents.get(2), 4500, 4, 0)));
  }

  private static Run run(Agent agent, int classes, double cpu, int lines) {
    Map<Measure, Double> values = Run.noValues();
    values.put(Measure.CLASSES, (double) classes);
    values.put(Measure.EXIT_CPU, cpu);
    return new Run(agent, values, Map.of(), List.of("line").subList(0, lines), List.of());
  }
}
