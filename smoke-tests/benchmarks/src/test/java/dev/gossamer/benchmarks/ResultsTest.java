package dev.gossamer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ResultsTest {
  private static final Agent NONE = new Agent(Agent.NONE, "no agent", null);
  private static final Agent OURS = new Agent(Agent.OURS, "Gossamer", Path.of("ours.jar"));
  private static final Agent HEAVY = new Agent("heavy", "Heavy", Path.of("heavy.jar"));
  private static final Agent LIGHT = new Agent("light", "Light", Path.of("light.jar"));

  private final Results results = new Results(List.of(NONE, OURS, HEAVY, LIGHT));

  @Test
  void whatIsAddedComparesWithTheSameRoundOnly() {
    round(1.0, 1.2, 9.0, 3.0);
    round(5.0, 5.1, 9.0, 7.0);
    round(2.0, 2.3, 9.0, 4.0);
    Spread added =
        Objects.requireNonNull(results.added(Application.HELLO, Agent.OURS, Measure.EXIT_CPU));
    assertThat(added.median()).isCloseTo(0.2, within());
    assertThat(added.low()).isCloseTo(0.1, within());
    assertThat(added.high()).isCloseTo(0.3, within());
  }

  @Test
  void theRatioIsToTheBestPeer() {
    round(1.0, 1.2, 9.0, 3.0);
    assertThat(results.bestPeer(Application.HELLO, Measure.EXIT_CPU)).hasValue(2.0);
    assertThat(results.ratio(Application.HELLO, Measure.EXIT_CPU).getAsDouble())
        .isCloseTo(0.1, within());
  }

  @Test
  void anEarlierJarOfOursIsNoPeer() {
    Agent previous = new Agent(Agent.PREVIOUS, "before", Path.of("before.jar"));
    Results both = new Results(List.of(NONE, OURS, previous, LIGHT));
    both.add(
        Application.HELLO,
        List.of(
            run(NONE, 1, Map.of()),
            run(OURS, 2, Map.of()),
            run(previous, 1.5, Map.of()),
            run(LIGHT, 5, Map.of())));
    assertThat(both.bestPeer(Application.HELLO, Measure.EXIT_CPU)).hasValue(4.0);
    assertThat(both.ratioToPrevious(Application.HELLO, Measure.EXIT_CPU)).hasValue(2.0);
  }

  @Test
  void thereIsNoRatioToPeersThatAddNothing() {
    round(1.0, 1.2, 1.0, 1.0);
    assertThat(results.ratio(Application.HELLO, Measure.EXIT_CPU)).isEmpty();
  }

  @Test
  void whatWasNotMeasuredIsMissing() {
    round(1.0, 1.2, 1.0, 1.0);
    assertThat(results.added(Application.CLINIC, Agent.OURS, Measure.EXIT_CPU)).isNull();
    assertThat(results.absolute(Application.HELLO, Agent.OURS, Measure.RSS)).isNull();
  }

  @Test
  void threadsOfTheAgentAreThoseThatTheRunWithoutItLacks() {
    Run none = run(NONE, 1, Map.of("main", 1, "worker-*", 4));
    Run ours = run(OURS, 1, Map.of("main", 1, "worker-*", 3, "gossamer-export", 1, "timer", 2));
    results.add(Application.HELLO, List.of(none, ours));
    assertThat(ours.values().get(Measure.THREADS)).isEqualTo(3.0);
  }

  @Test
  void aRoundWithoutARunWithoutAgentDoesNotCount() {
    results.add(Application.HELLO, List.of(run(OURS, 1, Map.of())));
    assertThat(results.rounds(Application.HELLO)).isZero();
  }

  @Test
  void whatOneAgentFailedToDoCostsTheOthersNothing() {
    results.add(Application.HELLO, List.of(run(NONE, 1, Map.of()), run(OURS, 1.5, Map.of())));
    round(1, 1.7, 4, 3);
    assertThat(results.added(Application.HELLO, OURS.key(), Measure.EXIT_CPU))
        .extracting(Spread::count)
        .isEqualTo(2);
    assertThat(results.added(Application.HELLO, LIGHT.key(), Measure.EXIT_CPU))
        .extracting(Spread::count)
        .isEqualTo(1);
  }

  private void round(double none, double ours, double heavy, double light) {
    results.add(
        Application.HELLO,
        List.of(
            run(LIGHT, light, Map.of()),
            run(HEAVY, heavy, Map.of()),
            run(OURS, ours, Map.of()),
            run(NONE, none, Map.of())));
  }

  private static Run run(Agent agent, double cpu, Map<String, Integer> threads) {
    Map<Measure, Double> values = Run.noValues();
    values.put(Measure.EXIT_CPU, cpu);
    return new Run(agent, values, threads, List.of(), Collections.emptyList());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }
}
