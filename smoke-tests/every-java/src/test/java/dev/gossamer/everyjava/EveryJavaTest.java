package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One application, everywhere: the order is one trace, and but for the agent's one line nothing
 * tells that the agent is there. Each environment names its own Java.
 */
@Tag("any-java")
final class EveryJavaTest {
  /** What an application wrote, without the port that differs from run to run. */
  private record Output(int code, List<String> stdout, List<String> stderr) {}

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @SuppressWarnings("NullAway.Init")
  private static Application application;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    application = Application.in(Path.of("target").toAbsolutePath());
  }

  @AfterAll
  static void end() {
    application.close();
  }

  static Stream<Environment> environments() {
    return Environments.all();
  }

  @ParameterizedTest
  @MethodSource("environments")
  void anOrderIsOneTrace(Environment environment) throws Exception {
    try {
      ordersIn(environment);
    } finally {
      environment.close();
    }
  }

  private void ordersIn(Environment environment) throws Exception {
    environment.prepare(application, Files.createDirectory(folder.resolve("prepared")));

    Output plain = run(environment, environment.jvm(application).withoutAgent(), "plain");
    environment.whenItHasEnded(false);
    AGENT.traces().exactly();
    Output under = run(environment, environment.jvm(application).metrics().logs(), "under");
    environment.whenItHasEnded(true);

    AGENT.traces().exactly(application.traces(environment.parts(), AGENT.receiver()));
    AGENT.receiver().awaitMetric("http.server.request.duration", metric -> true);
    assertThat(under.code).isEqualTo(plain.code).isZero();
    assertThat(under.stdout).isEqualTo(plain.stdout);
    assertThat(under.stderr).filteredOn(line -> line.startsWith("[gossamer] ")).hasSize(1);
    assertThat(under.stderr)
        .filteredOn(line -> !line.startsWith("[gossamer] "))
        .isEqualTo(plain.stderr);
  }

  private Output run(Environment environment, AgentJvmBuilder builder, String name)
      throws Exception {
    Set<Part> parts = environment.parts();
    Path work = Files.createDirectory(folder.resolve(name));
    Path temporary = Files.createDirectory(folder.resolve(name + "-tmp"));
    AgentJvm jvm =
        AGENT.launch(
            environment.last(
                builder
                    .jvmArgs("-Djava.io.tmpdir=" + temporary)
                    .args(environment.arguments().toArray(String[]::new))
                    .args(application.arguments(parts))
                    .workingDirectory(work)
                    .withoutFence()));
    RawHttp.Response response = RawHttp.request("GET", Application.REQUEST).send(jvm.port());
    assertThat(response.status()).as("%s", response.body()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(Application.answer(parts));
    if (parts.contains(Part.MESSAGES)) {
      jvm.awaitLine("heard of Momo"::equals);
    }
    environment.whileItRuns(jvm);
    jvm.send("end");
    Output output =
        new Output(
            jvm.awaitExit(),
            jvm.stdout().stream().filter(line -> !line.startsWith("READY ")).toList(),
            jvm.stderr());
    assertThat(files(work)).isEmpty();
    assertThat(files(temporary)).isEmpty();
    return output;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
