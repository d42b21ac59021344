package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the agent may cost at most, in things that can be counted. */
final class BudgetsTest {
  private static final int MOST_CLASSES = 900;
  private static final int MOST_THREADS = 3;
  private static final int LARGEST_JAR = 4 * 1024 * 1024;

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  @Test
  void addsFewClassesToAnApplicationThatDoesNothing() throws IOException {
    int added = added(Apps.app(HelloApp.class).args("wait"), Apps.app(HelloApp.class).args("wait"));

    assertThat(added).as("added classes").isPositive().isLessThanOrEqualTo(MOST_CLASSES);
  }

  @Test
  void addsFewClassesUntilTheFirstSpanIsExported() throws IOException {
    try (RecordingServer farEnd = RecordingServer.start()) {
      int added =
          added(
              Apps.app(HelloApp.class).args(farEnd.url("/")),
              Apps.app(HelloApp.class).args(farEnd.url("/")));

      AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
      assertThat(added).as("added classes").isPositive().isLessThanOrEqualTo(MOST_CLASSES);
    }
  }

  @Test
  void nothingOfLogRecordsIsLoadedWhereNothingIsLogged() throws IOException {
    Path log = folder.resolve("logs.log");
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.app(HelloApp.class)
                  .args(farEnd.url("/"))
                  .logs()
                  .withoutFence()
                  .jvmArgs(ClassLog.option(log)));
      jvm.awaitErrorLine(line -> line.contains(", logs to "));
      end(jvm);

      AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
      assertThat(ClassLog.read(log).names())
          .contains("dev.gossamer.telemetry.recording.OtlpSpanExporter")
          .noneMatch(name -> name.startsWith("io.opentelemetry.sdk.logs."))
          .noneMatch(name -> name.startsWith("io.opentelemetry.exporter.otlp.http.logs."))
          .noneMatch(name -> name.startsWith("dev.gossamer.api.logging."));
    }
  }

  @Test
  void addsFewThreadsAllOfThemDaemons() {
    try (RecordingServer farEnd = RecordingServer.start()) {
      List<String> without = threads(Apps.smoke().withoutAgent(), farEnd);
      List<String> with = threads(Apps.smoke().metrics().logs(), farEnd);

      AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
      assertThat(with)
          .filteredOn(name -> !without.contains(name))
          .isNotEmpty()
          .hasSizeLessThanOrEqualTo(MOST_THREADS)
          .allMatch(name -> name.startsWith("gossamer") && !name.contains("keeps the JVM alive"));
    }
  }

  @Test
  void isASmallJar() throws IOException {
    assertThat(Files.size(Apps.agent())).isLessThanOrEqualTo(LARGEST_JAR);
  }

  /** By number, since names of hidden classes differ from run to run. */
  private static int added(AgentJvmBuilder with, AgentJvmBuilder without) throws IOException {
    Path before = folder.resolve("without.log");
    Path after = folder.resolve("with.log");
    end(AGENT.launch(without.withoutAgent().jvmArgs(ClassLog.option(before))));
    AgentJvm jvm = AGENT.launch(with.withoutFence().jvmArgs(ClassLog.option(after)));
    jvm.awaitErrorLine(line -> line.startsWith("[gossamer] "));
    end(jvm);
    return ClassLog.read(after).loads().size() - ClassLog.read(before).loads().size();
  }

  private static void end(AgentJvm jvm) {
    if (jvm.commandLine().contains("wait")) {
      jvm.send("");
    }
    assertThat(jvm.awaitExit()).isZero();
  }

  /** When a first span has been exported: before that the agent may not have all of its own. */
  private static List<String> threads(AgentJvmBuilder builder, RecordingServer farEnd) {
    AgentJvm jvm = AGENT.launch(builder);
    jvm.port();
    jvm.call("get", farEnd.url("/"));
    AGENT.receiver().settle();
    return Arrays.asList(jvm.call("threads").split("\n"));
  }
}
