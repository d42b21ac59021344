package dev.gossamer.smoke;

import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints how long tools take, in milliseconds of wall time, medians: alone, and what is added by an
 * agent that does nothing, which no agent can do without, and by ours.
 *
 * <p>Arguments: the number of rounds, then Java versions, 17 or later; none: all there are. System
 * property {@code gossamer.jar} names the agent. Let nothing else run meanwhile.
 */
final class ToolCost {
  private static final String[][] TOOLS = {
    {"java", "-version"}, {"keytool", "-help"}, {"jcmd", "-l"},
  };

  private final int rounds;
  private final Path emptyAgent;

  private ToolCost(int rounds, Path emptyAgent) {
    this.rounds = rounds;
    this.emptyAgent = emptyAgent;
  }

  public static void main(String[] arguments) throws IOException {
    Path empty =
        Jars.of(
            Files.createTempFile("empty", ".jar"),
            Map.of("Premain-Class", EmptyAgent.class.getName()),
            List.of(EmptyAgent.class));
    ToolCost cost = new ToolCost(Integer.parseInt(arguments[0]), empty);
    List<String> versions = Arrays.asList(arguments).subList(1, arguments.length);
    // The empty agent is of the tests' own Java.
    for (JavaRuntime runtime : JavaRuntimes.from(17)) {
      if (versions.isEmpty() || versions.contains("" + runtime.version())) {
        for (String[] tool : TOOLS) {
          if (Files.exists(runtime.home().resolve("bin").resolve(tool[0]))) {
            String[] rest = Arrays.copyOfRange(tool, 1, tool.length);
            cost.print(
                runtime + " " + String.join(" ", tool), Command.of(runtime.home(), tool[0], rest));
          }
        }
      }
    }
    MavenTest.writeProject();
    cost.print("Maven, one class", MavenTest.build());
    Files.delete(empty);
  }

  private void print(String name, Command command) {
    // Alone, under the empty agent, under ours; every round has all three.
    List<@Nullable Path> agents = Arrays.asList(null, emptyAgent, Apps.agent());
    List<List<Double>> times = new ArrayList<>();
    agents.forEach(agent -> times.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < agents.size(); i++) {
        Path agent = agents.get(i);
        times.get(i).add(millis(agent == null ? command : under(command, agent)));
      }
    }
    double alone = median(times.get(0));
    System.out.printf(
        "%-28s %7.0f ms, empty agent %+5.0f ms, Gossamer %+5.0f ms%n",
        name, alone, median(times.get(1)) - alone, median(times.get(2)) - alone);
  }

  private static Command under(Command command, Path agent) {
    return command.env("JAVA_TOOL_OPTIONS", "-javaagent:" + agent);
  }

  private static double millis(Command command) {
    long start = System.nanoTime();
    Command.Result result = command.run();
    double millis = (System.nanoTime() - start) / 1e6;
    if (result.code() != 0) {
      throw new AssertionError(result.toString());
    }
    return millis;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
