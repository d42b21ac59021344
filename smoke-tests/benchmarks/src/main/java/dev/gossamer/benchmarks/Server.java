package dev.gossamer.benchmarks;

import java.util.List;
import java.util.Set;

/**
 * An application that answers requests: what differs between them.
 *
 * @param key for file names; the class path stands in target/key.classpath
 * @param arguments with {@code PORT}, {@code FOLDER} and {@code AGENT} in them
 * @param loadRounds in how many rounds there is load
 * @param spans of a request, see {@link Application#spans}
 * @param traits what is done with it beside
 */
record Server(
    String key,
    String mainClass,
    List<String> arguments,
    String path,
    int loadRounds,
    int spans,
    Set<Trait> traits) {

  /** What is not done with every application. */
  enum Trait {
    /**
     * It runs under all agents at once, each with load in its turn: what differs between the agents
     * is less than what one processor does from minute to minute.
     */
    TOGETHER,
    /** Some spans are for several requests at once, so nobody can say how many will come. */
    SPANS_VARY,
    /** Metrics and logs are exported, too, and lines of the log measured. */
    ALL_SIGNALS,
    /** It has to bear as much load as the machine can make, and a collector that stands still. */
    SUSTAINED,
    /** It tells at {@code /allocated} what it has allocated. */
    TELLS_ALLOCATION,
    /** Its start is measured on one processor and with archives, too. */
    STARTS,
    /** So is what the first requests cost. */
    FIRST_REQUESTS
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
