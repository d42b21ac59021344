package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same application, compiled for Java 8, on every Java of this machine. */
final class RuntimesTest {
  private static final String ALL = "permission java.security.AllPermission;";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  @ParameterizedTest
  @MethodSource("dev.gossamer.testing.JavaRuntimes#all")
  void aRequestIsOneTraceAcrossPoolsDatabaseAndNetwork(JavaRuntime runtime) {
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm = AGENT.launch(Apps.smoke().javaHome(runtime.home()));

      assertThat(jvm.callUnderSpan(null, "journey", farEnd.url("/far"))).isEqualTo("42 200");

      AGENT.traces().exactly(Apps.journey());
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gossamer.testing.JavaRuntimes#all")
  void mainReturnsAndTheJvmEnds(JavaRuntime runtime) {
    AgentJvm jvm = AGENT.launch(Apps.app(HelloApp.class).javaHome(runtime.home()).withoutFence());

    assertThat(jvm.awaitExit()).isZero();
    assertThat(jvm.stdout()).containsExactly("hello");
  }

  @ParameterizedTest
  @MethodSource("withSecurityManager")
  void aSecurityManagerStopsNeitherTheApplicationNorItsSpans(JavaRuntime runtime)
      throws IOException {
    Path policy = folder.resolve("application.policy");
    Files.writeString(
        policy,
        Stream.concat(Apps.classPath().stream(), Stream.of(Apps.agent()))
            .map(path -> "grant codeBase \"" + path.toUri() + "-\" { " + ALL + " };\n")
            .map(line -> line.replace(".jar-", ".jar"))
            .collect(Collectors.joining()));
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.app(HelloApp.class)
                  .args(farEnd.url("/"))
                  .javaHome(runtime.home())
                  .jvmArgs("-Djava.security.manager", "-Djava.security.policy==" + policy)
                  .withoutFence());

      assertThat(jvm.awaitExit()).isZero();
      assertThat(jvm.stdout()).containsExactly("hello");
      AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
    }
  }

  @ParameterizedTest
  @MethodSource("withSecurityManager")
  void withoutPermissionsTheAgentSaysSoAndTheApplicationRuns(JavaRuntime runtime) {
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(HelloApp.class)
                .javaHome(runtime.home())
                .jvmArgs("-Djava.security.manager")
                .withoutFence());

    assertThat(jvm.awaitExit()).isZero();
    assertThat(jvm.stdout()).containsExactly("hello");
    AGENT.expectErrorLine(jvm, "could not start and is inactive");
  }

  static Stream<JavaRuntime> withSecurityManager() {
    return JavaRuntimes.all().filter(runtime -> runtime.version() < 24);
  }

  @ParameterizedTest
  @MethodSource("dev.gossamer.testing.JavaRuntimes#all")
  void theVersionIsPrintedAsEver(JavaRuntime runtime) {
    Command version = Command.of(runtime.home(), "java", "-version");
    Command.Result plain = version.run();
    Command.Result under = version.env("JAVA_TOOL_OPTIONS", "-javaagent:" + Apps.agent()).run();

    assertThat(under.code()).isZero();
    assertThat(under.stdout()).isEmpty();
    assertThat(under.stderr())
        .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
        .isEqualTo(plain.stderr());
  }
}
