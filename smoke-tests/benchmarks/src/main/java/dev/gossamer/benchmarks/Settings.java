package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.hot.HotPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and how long.
 *
 * @param hotPaths whether the pieces of a request are measured one by one, too
 * @param hotSeconds for each of them, and as many to warm up
 * @param rounds per application; in each, every agent once
 * @param startRounds in how many of them it is started in other ways, too
 * @param warmUp seconds of load before CPU per request is measured
 * @param load seconds of load while it is
 * @param loadRounds in how many of the rounds there is load at all
 * @param sustained seconds of sustained load
 * @param rate requests per second
 * @param more whether rounds are added to those of the run before
 * @param judge whether a limit that is not held ends in failure
 */
record Settings(
    Set<Application> applications,
    boolean hotPaths,
    int hotSeconds,
    List<Agent> agents,
    int helloRounds,
    int rounds,
    int startRounds,
    int loadRounds,
    int warmUp,
    int load,
    int sustained,
    int rate,
    String mode,
    Path javaHome,
    Path application,
    Path target,
    Path report,
    boolean more,
    boolean judge) {
  private static final String QUICK = "hello,service,clinic,hot";
  private static final String ALL =
      "hello,classes,service,gateway,kafka,clinic,sustained,signals,hot";
  private static final String HOT_PATHS = "hot";
  private static final String OPENTELEMETRY = "otel";
  private static final String SERVERS = "servers";

  static Settings read() {
    String mode = property("benchmark.mode");
    boolean full = mode.equals("full");
    boolean smoke = mode.equals("smoke");
    if (!full && !smoke && !mode.equals("quick")) {
      throw new IllegalArgumentException(
          "benchmark.mode is smoke, quick or full, not '" + mode + "'");
    }
    String asked = property("benchmark.only");
    List<String> only =
        Stream.of((asked.isEmpty() ? full ? ALL : QUICK : asked).split(","))
            .map(String::trim)
            .toList();
    // Without the others there is time for more rounds.
    boolean alone = property("benchmark.agents").isBlank();
    Path target = Path.of(property("benchmark.target"));
    return new Settings(
        runnable(applications(only), Path.of(property("gossamer.java.home"))),
        only.contains(HOT_PATHS),
        full ? 3 : 1,
        agents(property("benchmark.agents"), target.resolve("peers")),
        full ? 7 : smoke ? 1 : alone ? 5 : 2,
        full ? 7 : smoke || !alone ? 1 : 3,
        full ? 3 : 1,
        loadRounds(full ? 3 : 1),
        full ? 8 : smoke ? 2 : 6,
        full ? 15 : smoke ? 2 : 12,
        full ? 60 : smoke ? 4 : 20,
        2000,
        mode,
        Path.of(property("gossamer.java.home")),
        Path.of(property("benchmark.application")),
        target,
        Path.of(property("benchmark.report")),
        Boolean.parseBoolean(property("benchmark.more")),
        Boolean.parseBoolean(property("benchmark.judge")));
  }

  private static int loadRounds(int ofMode) {
    String asked = property("benchmark.rounds");
    return asked.isEmpty() ? ofMode : Integer.parseInt(asked);
  }

  /** How often each agent runs the application. */
  int rounds(Application application) {
    return switch (application) {
      case HELLO -> helloRounds;
      case SERVICE, CLINIC -> rounds;
      case CLASSES -> startRounds;
      case SUSTAINED -> 1;
      case GATEWAY, KAFKA, SIGNALS -> Math.max(1, loadRounds - 1);
      default -> loadRounds;
    };
  }

  /** The agents that an application is measured under. */
  List<Agent> agents(Application application) {
    return agents.stream()
        .filter(
            agent ->
                !application.isBesideOneOnly()
                    || !agent.isPeer()
                    || agent.key().equals(OPENTELEMETRY))
        .toList();
  }

  /** Whether time is dearer than detail. */
  boolean quick() {
    return mode.equals("quick");
  }

  /** How often load is sent at most to find out whether the compilers are done. */
  int settlingTurns() {
    return switch (mode) {
      case "full" -> 12;
      case "quick" -> 3;
      default -> 1;
    };
  }

  /** How long all will take on a machine like the one that this was counted on, in minutes. */
  int minutes() {
    double loaded = 2.5 * warmUp + 1.5 * load + 20;
    double seconds = hotPaths ? HotPaths.COUNT * (2 * hotSeconds + 2) : 0;
    for (Application application : applications) {
      int runs = agents(application).size();
      seconds +=
          runs
              * switch (application) {
                case HELLO -> helloRounds * 7;
                case CLASSES -> startRounds * 9;
                case SERVICE ->
                    rounds * 8 + startRounds * (quick() ? 12 : 32) + loadRounds * (loaded + load);
                case CLINIC -> rounds * 11 + startRounds * (quick() ? 35 : 50);
                case GATEWAY -> rounds(application) * (30 + loaded);
                case KAFKA -> rounds(application) * (50 + loaded);
                case SUSTAINED -> warmUp + sustained + 40;
                case SIGNALS -> rounds(application) * (8 + loaded + 2 * load);
                default -> rounds(application) * (8 + loaded);
              };
    }
    return (int) Math.ceil(seconds / 60);
  }

  /** What rounds must have in common to be compared with each other. */
  String compared() throws IOException {
    StringBuilder text = new StringBuilder(mode + ", Java " + Machine.feature(javaHome));
    for (Agent agent : agents) {
      text.append(", ").append(agent.title()).append(' ').append(agent.size());
    }
    return text.toString();
  }

  /** Whether all was measured that docs/benchmarks.md shows, as well as it is to be shown. */
  boolean isWhole(Results results) {
    return has(results, application -> !application.isServer())
        && !results.pieces().isEmpty()
        && Stream.of("datadog", "elastic").allMatch(this::has);
  }

  /** Whether all servers were measured, which docs/benchmarks-servers.md shows. */
  boolean isWholeOfServers(Results results) {
    return has(results, Application::isServer);
  }

  private boolean has(Results results, Predicate<Application> shown) {
    Set<Application> all = EnumSet.allOf(Application.class);
    all.removeIf(shown.negate());
    return mode.equals("full")
        && results.applications().equals(runnable(all, javaHome))
        && has(OPENTELEMETRY);
  }

  private boolean has(String key) {
    return agents.stream().anyMatch(agent -> agent.key().equals(key));
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
      Path jar = Path.of(previous).toAbsolutePath();
      if (!Files.isRegularFile(jar)) {
        throw new IllegalArgumentException("benchmark.previous: there is no file " + jar);
      }
      agents.add(new Agent(Agent.PREVIOUS, "Gossamer before", jar));
    }
    for (String name : names.split(",")) {
      switch (name.trim()) {
        case "" -> {}
        case OPENTELEMETRY ->
            agents.add(
                peer(OPENTELEMETRY, "OpenTelemetry", peers.resolve("opentelemetry-javaagent.jar")));
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
