package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entering a JVM: once, quietly, and never at the price of the application. */
final class PremainTest {
  /** What has broken someone's application when an agent used it before main. */
  private static final List<String> FORBIDDEN =
      List.of(
          "java.util.logging.",
          "java.nio.file.",
          "sun.nio.fs.",
          "java.lang.management.",
          "javax.management.",
          "sun.management.",
          "java.net.Socket",
          "java.net.Inet",
          "sun.nio.ch.",
          "javax.net.",
          "sun.security.ssl.",
          "sun.security.jca.",
          "java.security.SecureRandom",
          "java.util.UUID",
          "java.util.regex.",
          "java.util.Formatter",
          "java.util.stream.",
          "java.util.concurrent.ThreadLocalRandom",
          "java.lang.invoke.StringConcatFactory",
          "java.lang.reflect.Proxy",
          "jdk.jfr.");

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"the same jar", "a copy", "JAVA_TOOL_OPTIONS"})
  void runsOnceHoweverOftenItIsGiven(String again) throws IOException {
    AgentJvmBuilder builder = Apps.smoke();
    switch (again) {
      case "a copy" -> builder.jvmArgs("-javaagent:" + copy("copy of gossamer.jar"));
      case "JAVA_TOOL_OPTIONS" ->
          builder.env("JAVA_TOOL_OPTIONS", "-javaagent:" + copy("javaagent.jar"));
      default -> builder.jvmArgs("-javaagent:" + Apps.agent());
    }
    AgentJvm jvm = AGENT.launch(builder);

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
    jvm.stop();
    assertThat(agentLines(jvm)).hasSize(1);
  }

  @Test
  void saysOneLineOnStandardErrorAndNothingOnStandardOutput() {
    AgentJvm jvm = AGENT.launch(Apps.smoke());
    jvm.port();
    jvm.awaitErrorLine(line -> line.startsWith("[gossamer] "));
    jvm.finish();

    assertThat(jvm.stdout()).allMatch(line -> line.startsWith("READY "));
    assertThat(jvm.stderr())
        .singleElement()
        .asString()
        .contains("app-under-test", AGENT.receiver().endpoint(), "parentbased_always_on");
  }

  @ParameterizedTest
  @CsvSource({
    "gossamer/agent.bin, 400000",
    "gossamer/agent.bin, 100000",
    "gossamer/agent.bin, 0",
    "gossamer/boot.bin, 10",
    "gossamer/boot.bin, -1",
  })
  void aDamagedJarCostsOneLineAndNotTheApplication(String entry, int kept) throws IOException {
    Path damaged = folder.resolve("damaged" + entry.hashCode() + kept + ".jar");
    Jars.changed(
        Apps.agent(),
        damaged,
        (name, bytes) ->
            !name.equals(entry) ? bytes : kept < 0 ? null : Arrays.copyOf(bytes, kept));

    AgentJvm jvm = AGENT.launch(Apps.app(HelloApp.class).agent(damaged).withoutFence());

    assertThat(jvm.awaitExit()).isZero();
    assertThat(jvm.stdout()).containsExactly("hello");
    assertThat(jvm.stderr()).hasSize(1);
    assertThat(AGENT.expectErrorLine(jvm, "could not start and is inactive"))
        .contains(damaged.toString());
  }

  @Test
  void switchedOffItLoadsNextToNothing() throws IOException {
    ClassLog empty = logOf("empty", Apps.app(HelloApp.class).agent(emptyAgent()));
    ClassLog off = logOf("off", Apps.app(HelloApp.class).env("OTEL_JAVAAGENT_ENABLED", "false"));

    Set<String> added = off.names();
    added.removeAll(empty.names());
    added.removeIf(name -> name.startsWith("java.lang.invoke."));
    // Linking the entry class makes the JVM look at the loader it would use.
    assertThat(added)
        .hasSizeLessThan(30)
        .filteredOn(name -> name.contains("ossamer"))
        .containsExactlyInAnyOrder(
            "dev.gossamer.bootstrap.Agent",
            "dev.gossamer.bootstrap.Launch",
            "dev.gossamer.bootstrap.AgentLoader");
  }

  @Test
  void touchesNothingBeforeMainThatApplicationsWantToInitialiseThemselves() throws IOException {
    ClassLog empty = logOf("floor", Apps.app(HelloApp.class).agent(emptyAgent()));
    ClassLog log = logOf("premain", Apps.app(HelloApp.class));

    Set<String> floor = empty.names();
    List<String> added =
        log.onMainThreadUntil(HelloApp.class).stream()
            .map(ClassLog.Load::name)
            .filter(name -> !floor.contains(name))
            // The JDK's ZipFile, where a jar is open already: the JVM's own, for the agent's.
            .filter(name -> !name.equals("sun.nio.fs.UnixFileKey"))
            .toList();
    assertThat(added)
        .contains("dev.gossamer.engine.Engine")
        .noneMatch(name -> FORBIDDEN.stream().anyMatch(name::startsWith))
        .noneMatch(name -> name.startsWith("dev.gossamer.") && name.contains("$$Lambda"));
  }

  @Test
  void neverTouchesLoggingOrManagementOnAnyThread() throws IOException {
    ClassLog empty = logOf("floor2", Apps.app(HelloApp.class).agent(emptyAgent()));
    Path file = folder.resolve("background.log");
    AgentJvm jvm = AGENT.launch(Apps.smoke().jvmArgs(ClassLog.option(file)).withoutFence());
    jvm.port();
    jvm.awaitErrorLine(line -> line.startsWith("[gossamer] "));
    jvm.stop();

    Set<String> floor = empty.names();
    assertThat(ClassLog.read(file).onThreadOf("dev.gossamer.telemetry.TelemetryStarter"))
        .isNotEmpty()
        .extracting(ClassLog.Load::name)
        .filteredOn(name -> !floor.contains(name))
        .noneMatch(
            name ->
                name.startsWith("java.util.logging.")
                    || name.startsWith("java.lang.management.")
                    || name.startsWith("javax.management.")
                    || name.startsWith("sun.management."));
  }

  private static ClassLog logOf(String name, AgentJvmBuilder builder) throws IOException {
    Path file = folder.resolve(name + ".log");
    AgentJvm jvm = AGENT.launch(builder.jvmArgs(ClassLog.option(file)).withoutFence());
    assertThat(jvm.awaitExit()).isZero();
    return ClassLog.read(file);
  }

  private static Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    Files.copy(Apps.agent(), copy);
    return copy;
  }

  private static Path emptyAgent() throws IOException {
    return Jars.of(
        folder.resolve("empty.jar"),
        Map.of("Premain-Class", EmptyAgent.class.getName(), "Can-Retransform-Classes", "true"),
        List.of(EmptyAgent.class));
  }

  private static List<String> agentLines(AgentJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.startsWith("[gossamer]")).toList();
  }
}
