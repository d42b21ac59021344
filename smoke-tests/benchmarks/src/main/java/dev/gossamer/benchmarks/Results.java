package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All runs, and what follows from them. Runs are compared within their round only. */
final class Results {
  private static final double MOST_OF_THEM = 0.9;

  private final List<Agent> agents;
  private final Map<Application, List<Map<String, Run>>> rounds = new EnumMap<>(Application.class);

  private final Failures failures = new Failures();
  private final List<HotPaths.Cost> pieces = new ArrayList<>();

  Results(List<Agent> agents) {
    this.agents = agents;
  }

  List<Agent> agents() {
    return agents;
  }

  /** What could not be measured. */
  Failures failures() {
    return failures;
  }

  /** The pieces of a request, by JMH; mutable. */
  List<HotPaths.Cost> pieces() {
    return pieces;
  }

  /**
   * Adds one round: a run under each agent that could be run. Without one under none there is
   * nothing to compare with, and the round does not count.
   */
  void add(Application application, List<Run> runs) {
    for (Run none : runs) {
      if (none.agent().key().equals(Agent.NONE)) {
        runs.forEach(run -> run.compareWith(none));
        addCompared(application, runs);
      }
    }
  }

  /** Adds one round of which also that is known what only the run under none tells. */
  void addCompared(Application application, List<Run> runs) {
    Map<String, Run> byAgent = new LinkedHashMap<>();
    for (Run run : runs) {
      byAgent.put(run.agent().key(), run);
    }
    rounds.computeIfAbsent(application, key -> new ArrayList<>()).add(byAgent);
  }

  /** Of which there is a round. */
  Set<Application> applications() {
    return rounds.keySet();
  }

  int rounds(Application application) {
    return rounds.getOrDefault(application, List.of()).size();
  }

  /** What was measured; null if it was not. */
  @Nullable Spread absolute(Application application, String agent, Measure measure) {
    return spread(application, agent, measure, false);
  }

  /** What the agent adds to the run without agent of the same round; null if not measured. */
  @Nullable Spread added(Application application, String agent, Measure measure) {
    return spread(application, agent, measure, true);
  }

  /** The least median that a peer adds; empty without peers, or if it isn't more than nothing. */
  OptionalDouble bestPeer(Application application, Measure measure) {
    double best = Double.POSITIVE_INFINITY;
    for (Agent agent : agents) {
      boolean peer = agent.isPeer() && !(measure.isOfRequests() && dropped(application, agent));
      Spread added = peer ? added(application, agent.key(), measure) : null;
      if (added != null) {
        best = Math.min(best, added.median());
      }
    }
    return best > 0 && best < Double.POSITIVE_INFINITY
        ? OptionalDouble.of(best)
        : OptionalDouble.empty();
  }

  /**
   * Whether an agent delivered much fewer spans than ours, of those that a request has at least: it
   * did less, or lost what it did, and is none to compare with in what a request costs.
   */
  boolean dropped(Application application, Agent agent) {
    Spread ours = absolute(application, Agent.OURS, Measure.SPANS_PER_REQUEST);
    Spread theirs = absolute(application, agent.key(), Measure.SPANS_PER_REQUEST);
    return ours != null
        && theirs != null
        && theirs.median() < MOST_OF_THEM * Math.min(ours.median(), application.spans());
  }

  /** What ours adds as a share of what the best peer adds; empty if there is no such thing. */
  OptionalDouble ratio(Application application, Measure measure) {
    Spread ours = added(application, Agent.OURS, measure);
    OptionalDouble best = bestPeer(application, measure);
    return ours == null || best.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ours.median() / best.getAsDouble());
  }

  /** What ours adds as a share of what the earlier jar adds; empty without one. */
  OptionalDouble ratioToPrevious(Application application, Measure measure) {
    Spread ours = added(application, Agent.OURS, measure);
    Spread previous = added(application, Agent.PREVIOUS, measure);
    return ours == null || previous == null || previous.median() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(ours.median() / previous.median());
  }

  /** What there is with ours as a share of what there is without agent. */
  OptionalDouble ratioToNone(Application application, Measure measure) {
    Spread ours = absolute(application, Agent.OURS, measure);
    Spread none = absolute(application, Agent.NONE, measure);
    return ours == null || none == null || none.median() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(ours.median() / none.median());
  }

  /** What the load of a class costs that nobody instruments; null if not measured. */
  HotPaths.@Nullable Cost classLoad() {
    for (HotPaths.Cost piece : pieces) {
      if (piece.name().startsWith("classOfApplication")) {
        return piece;
      }
    }
    return null;
  }

  /** What an agent prints in its last run, beside what the application does; empty if not known. */
  List<String> printed(Application application, String agent) {
    List<String> lines = new ArrayList<>();
    List<Map<String, Run>> all = rounds.getOrDefault(application, List.of());
    Run run = all.isEmpty() ? null : all.get(all.size() - 1).get(agent);
    if (run != null) {
      lines.addAll(run.errLines());
    }
    return lines;
  }

  private @Nullable Spread spread(
      Application application, String agent, Measure measure, boolean difference) {
    List<Double> values = new ArrayList<>();
    for (Map<String, Run> round : rounds.getOrDefault(application, List.of())) {
      Double value = value(round, agent, measure);
      Double none = difference ? value(round, Agent.NONE, measure) : Double.valueOf(0);
      if (value != null && none != null) {
        values.add(value - none);
      }
    }
    return values.isEmpty()
        ? null
        : Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static @Nullable Double value(Map<String, Run> round, String agent, Measure measure) {
    Run run = round.get(agent);
    return run == null ? null : run.values().get(measure);
  }
}
