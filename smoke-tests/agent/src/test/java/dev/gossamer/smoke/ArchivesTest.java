package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.smoke.app.SmokeApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.library.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Class-data archives and AOT caches: not spoilt when they are made, not lost when they are used.
 */
final class ArchivesTest {
  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.perTest().allowing("AllowArchivingWithJavaAgent");

  @TempDir static Path folder;

  /** Archives hold classes of jars only. */
  private static Path app;

  @BeforeAll
  static void packApplication() throws IOException {
    List<Class<?>> classes = new ArrayList<>(List.of(SmokeApp.class, HelloApp.class, Client.class));
    classes.addAll(List.of(TestApp.class, TestApp.Command.class));
    app = Jars.of(folder.resolve("app.jar"), Map.of(), classes);
  }

  @Test
  void aDynamicArchiveKeepsServingItsClassesUnderTheAgent() throws IOException {
    assumeThat(Apps.javaVersion()).isGreaterThanOrEqualTo(17);
    Path archive = folder.resolve("dynamic.jsa");
    finish(smoke().withoutAgent().jvmArgs("-XX:ArchiveClassesAtExit=" + archive));

    servesTheSameUnderTheAgent("dynamic", "-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void aStaticArchiveKeepsServingItsClassesUnderTheAgent() throws IOException {
    Path list = folder.resolve("static.classlist");
    Path archive = folder.resolve("static.jsa");
    finish(smoke().withoutAgent().jvmArgs("-XX:DumpLoadedClassList=" + list));
    Command.Result dumped =
        Command.of(
                Apps.javaHome(),
                "java",
                "-XX:+UseSerialGC",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                app.toString())
            .run();
    assertThat(dumped.code()).as("%s", dumped).isZero();

    servesTheSameUnderTheAgent("static", "-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void isInertWhileAClassListIsRecorded() throws IOException {
    Path list = folder.resolve("recorded.classlist");
    recordsInertly(smoke().jvmArgs("-XX:DumpLoadedClassList=" + list));

    assertThat(Files.readString(list))
        .contains("dev/gossamer/smoke/app/SmokeApp")
        .doesNotContain("dev/gossamer/engine", "GossamerDispatcher");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+RecordDynamicDumpInfo", "-XX:ArchiveClassesAtExit="})
  void isInertWhereTheJvmIsForcedToArchiveUnderAnAgent(String option) {
    assumeThat(Apps.javaVersion()).isGreaterThanOrEqualTo(17);
    recordsInertly(
        smoke()
            .jvmArgs("-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent")
            .jvmArgs(option.endsWith("=") ? option + folder.resolve("forced.jsa") : option));
  }

  @Test
  void isSilentWhereTheJvmItselfRefusesToArchiveUnderAnAgent() {
    Command.Result result =
        Command.of(
                Apps.javaHome(),
                "java",
                "-javaagent:" + Apps.agent(),
                "-XX:ArchiveClassesAtExit=" + folder.resolve("refused.jsa"),
                "-cp",
                app.toString(),
                HelloApp.class.getName())
            .run();

    assertThat(result.stderr()).noneMatch(line -> line.contains("gossamer]"));
  }

  @Test
  void anAotCacheTrainedUnderTheAgentIsSoundAndUsable() throws IOException {
    List<JavaRuntimes.JavaRuntime> runtimes = JavaRuntimes.from(25);
    assumeThat(runtimes).isNotEmpty();
    Path home = runtimes.get(0).home();
    Path cache = folder.resolve("app.aot");

    // Forked because a JDK out of another distribution's package may lack its helper's libraries.
    recordsInertly(
        smoke()
            .javaHome(home)
            .jvmArgs("-XX:AOTCacheOutput=" + cache)
            .jvmArgs("-Djdk.lang.Process.launchMechanism=FORK"));
    assertThat(cache).exists();

    Path log = folder.resolve("aot.log");
    AgentJvm jvm =
        AGENT.launch(smoke().javaHome(home).jvmArgs("-XX:AOTCache=" + cache, ClassLog.option(log)));
    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
    assertThat(ClassLog.read(log).count(load -> isShared(load) && isOfTheApplication(load)))
        .isPositive();
  }

  @Test
  void isInertWhileAnAotConfigurationIsRecorded() throws IOException {
    List<JavaRuntimes.JavaRuntime> runtimes = JavaRuntimes.from(25);
    assumeThat(runtimes).isNotEmpty();
    Path configuration = folder.resolve("app.aotconf");

    recordsInertly(
        smoke()
            .javaHome(runtimes.get(0).home())
            .jvmArgs("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration));
    assertThat(configuration).exists();
  }

  private static void servesTheSameUnderTheAgent(String name, String option) throws IOException {
    Path without = folder.resolve(name + "-without.log");
    Path with = folder.resolve(name + "-with.log");
    finish(smoke().withoutAgent().jvmArgs(option, ClassLog.option(without)));
    AgentJvm jvm = AGENT.launch(smoke().jvmArgs(option, ClassLog.option(with)));
    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
    jvm.finish();

    long served = ClassLog.read(without).count(ArchivesTest::isServedFromTheArchive);
    assertThat(served).as("classes of the application that the archive serves").isPositive();
    assertThat(ClassLog.read(with).count(ArchivesTest::isServedFromTheArchive)).isEqualTo(served);
    assertThat(jvm.stderr()).noneMatch(line -> line.contains("Sharing is only supported"));
  }

  private static void recordsInertly(AgentJvmBuilder builder) {
    AgentJvm jvm = AGENT.launch(builder.withoutFence());

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    assertThat(jvm.finish()).isZero();

    AGENT.traces().exactly();
    assertThat(jvm.stderr()).noneMatch(line -> line.startsWith("[gossamer]"));
  }

  private static boolean isServedFromTheArchive(ClassLog.Load load) {
    return isShared(load) && isOfTheApplication(load);
  }

  private static boolean isShared(ClassLog.Load load) {
    return load.source().startsWith("shared objects file");
  }

  private static boolean isOfTheApplication(ClassLog.Load load) {
    return !load.name().contains("$$")
        && (load.name().startsWith("dev.gossamer.smoke.app.")
            || load.name().startsWith("dev.gossamer.testing.app."));
  }

  private static AgentJvmBuilder smoke() {
    return AgentJvm.app(SmokeApp.class).classPath(List.of(app));
  }

  private static void finish(AgentJvmBuilder builder) {
    AgentJvm jvm = AGENT.launch(builder);
    jvm.port();
    jvm.finish();
  }
}
