package dev.gossamer.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and how long.
 *
 * @param hotPaths whether the pieces of a request are measured one by one, too
 * @param hotSeconds for each of them, and as many to warm up
 * @param rounds per application; in each, every agent once
 * @param warmUp seconds of load before CPU per request is measured
 * @param load seconds of load while it is
 * @param loadRounds in how many of the rounds there is load at all
 * @param rate requests per second
 * @param judge whether a limit that is not held ends in failure
 */
record Settings(
    Set<Application> applications,
    boolean hotPaths,
    int hotSeconds,
    List<Agent> agents,
    int helloRounds,
    int rounds,
    int loadRounds,
    int warmUp,
    int load,
    int rate,
    String mode,
    Path javaHome,
    Path application,
    Path target,
    Path report,
    boolean judge) {
  private static final String HOT_PATHS = "hot";
  private static final String SERVERS = "servers";

  static Settings read() {
    String mode = property("benchmark.mode");
    boolean full = mode.equals("full");
    boolean smoke = mode.equals("smoke");
    if (!full && !smoke && !mode.equals("quick")) {
      throw new IllegalArgumentException(
          "benchmark.mode is smoke, quick or full, not '" + mode + "'");
    }
    List<String> only = Stream.of(property("benchmark.only").split(",")).map(String::trim).toList();
    Path target = Path.of(property("benchmark.target"));
    return new Settings(
        runnable(applications(only), Path.of(property("gossamer.java.home"))),
        only.contains(HOT_PATHS),
        full ? 10 : smoke ? 1 : 4,
        agents(property("benchmark.agents"), target.resolve("peers")),
        full ? 15 : smoke ? 1 : 5,
        full ? 9 : smoke ? 1 : 3,
        loadRounds(full ? 5 : smoke ? 1 : 3),
        full ? 40 : smoke ? 2 : 12,
        full ? 45 : smoke ? 2 : 24,
        2000,
        mode,
        Path.of(property("gossamer.java.home")),
        Path.of(property("benchmark.application")),
        target,
        Path.of(property("benchmark.report")),
        Boolean.parseBoolean(property("benchmark.judge")));
  }

  private static int loadRounds(int ofMode) {
    String asked = property("benchmark.rounds");
    return asked.isEmpty() ? ofMode : Integer.parseInt(asked);
  }

  /** How often each agent runs the application. */
  int rounds(Application application) {
    return application == Application.HELLO
        ? helloRounds
        : application.isServer() ? loadRounds : rounds;
  }

  /** Whether all was measured that docs/benchmarks.md shows. */
  boolean whole() {
    return hotPaths
        && applications.equals(runnable(EnumSet.allOf(Application.class), javaHome))
        && agents.size() == 5;
  }

  /** Without what needs a newer Java. */
  private static Set<Application> runnable(Set<Application> applications, Path javaHome) {
    int java = Machine.feature(javaHome);
    Set<Application> runnable = EnumSet.copyOf(applications);
    runnable.removeIf(application -> application.leastJava() > java);
    return runnable;
  }

  private static Set<Application> applications(List<String> names) {
    Set<Application> applications = EnumSet.noneOf(Application.class);
    for (String name : names) {
      if (name.equals(SERVERS)) {
        Stream.of(Application.values()).filter(Application::isServer).forEach(applications::add);
        applications.remove(Application.SIGNALS);
      } else if (!name.equals(HOT_PATHS)) {
        applications.add(Application.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    return applications;
  }

  private static List<Agent> agents(String names, Path peers) {
    List<Agent> agents = new ArrayList<>();
    agents.add(new Agent(Agent.NONE, "no agent", null));
    agents.add(new Agent(Agent.OURS, "Gossamer", Path.of(property("gossamer.jar"))));
    String previous = property("benchmark.previous");
    if (!previous.isEmpty()) {
      agents.add(new Agent(Agent.PREVIOUS, "Gossamer before", Path.of(previous)));
    }
    for (String name : names.split(",")) {
      switch (name.trim()) {
        case "" -> {}
        case "otel" ->
            agents.add(peer("otel", "OpenTelemetry", peers.resolve("opentelemetry-javaagent.jar")));
        case "datadog" ->
            agents.add(peer("datadog", "Datadog", peers.resolve("dd-java-agent.jar")));
        case "elastic" ->
            agents.add(peer("elastic", "Elastic", peers.resolve("elastic-apm-agent.jar")));
        default ->
            throw new IllegalArgumentException(
                "benchmark.agents knows otel, datadog and elastic, not '" + name + "'");
      }
    }
    return List.copyOf(agents);
  }

  private static Agent peer(String key, String name, Path jar) {
    return new Agent(key, name + " " + property("benchmark.peer." + key), jar);
  }

  private static String property(String name) {
    @Nullable String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the system property " + name + " is missing; the benchmark profile of Maven sets it");
    }
    return value;
  }
}
