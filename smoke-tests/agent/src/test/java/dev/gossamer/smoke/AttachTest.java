package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gossamer.smoke.app.HelloApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent comes to applications that run already: {@code java -jar gossamer.jar attach}. */
final class AttachTest {
  private static final String PARENT = "00f067aa0ba902b7";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  @ParameterizedTest
  @MethodSource("dev.gossamer.testing.JavaRuntimes#all")
  void requestsGoOnAndAreTracedSoon(JavaRuntime runtime) throws Exception {
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent().javaHome(runtime.home()));
      String far = farEnd.url("/far");
      jvm.port();
      try (Load load = new Load(4, () -> jvm.callUnderSpan(null, "journey-kept", far))) {
        load.awaitAnswers(40);

        assertAttached(attach(jvm).run());

        load.awaitAnswers(40);
        assertThat(load.stop()).as("answers other than the usual one").containsOnly("42 200");
      }
      for (int i = 0; i < 20; i++) {
        String traceId = String.format("4bf92f3577b34da6a3ce929d0e0e%04x", i);
        String command = i % 2 == 0 ? "journey-kept" : "journey";
        assertThat(jvm.callUnderSpan("00-" + traceId + "-" + PARENT + "-01", command, far))
            .isEqualTo("42 200");
        List<SpanRecord> spans = awaitTrace(traceId, 3);
        assertThat(spans)
            .extracting(SpanRecord::kind)
            .containsExactlyInAnyOrder(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.CLIENT);
      }
      assertEveryParentIsThere();
      assertThat(jvm.finish()).isZero();
      AGENT.receiver().claimAll();
      assertThat(jvm.stdout()).allMatch(line -> line.startsWith("READY "));
    }
  }

  /** It began in code that is not woven, and its calls find other code. */
  @Test
  void aRequestThatIsUnderWayEndsAsItWould() throws Exception {
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent());
      jvm.port();
      CompletableFuture<String> held =
          CompletableFuture.supplyAsync(() -> jvm.callUnderSpan(null, "hold", farEnd.url("/")));
      jvm.awaitLine(line -> line.equals("HOLDING"));

      assertAttached(attach(jvm).run());
      assertThat(jvm.call("release")).isEqualTo("released");

      assertThat(held.get(60, TimeUnit.SECONDS)).isEqualTo("42 200");
      AGENT.receiver().awaitSpan(span -> span.name().equals("GET"));
      assertThat(AGENT.receiver().spans()).noneMatch(span -> span.kind() == SpanKind.SERVER);
      assertEveryParentIsThere();
      assertThat(jvm.finish()).isZero();
      AGENT.receiver().claimAll();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.gossamer.testing.JavaRuntimes#all")
  void anyJdkAttachesAndWhatIsNoneSaysSo(JavaRuntime runtime) {
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent());
    jvm.port();

    Command.Result result = attach(runtime.home(), jvm.pid()).run();

    if (canAttach(runtime)) {
      assertAttached(result);
      assertTraced(jvm);
    } else {
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.stderr().get(result.stderr().size() - 1))
          .contains("only a JDK can", "attach " + jvm.pid());
    }
  }

  @Test
  void theSecondTimeNothingChanges() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent());
    jvm.port();
    assertAttached(attach(jvm).run());

    Command.Result again = attach(jvm, "otel.service.name=other").run();

    assertThat(again.code()).as("%s", again).isZero();
    assertThat(again.stdout()).singleElement().asString().contains("already");
    assertThat(jvm.call("property", "otel.service.name")).isEmpty();
    assertTraced(jvm);
    assertThat(jvm.finish()).isZero();
    assertThat(agentLines(jvm)).hasSize(1);
  }

  @Test
  void whatStartedUnderTheAgentHasItAlready() {
    AgentJvm jvm = AGENT.launch(Apps.smoke());
    jvm.port();

    Command.Result result = attach(jvm, "otel.service.name=other").run();

    assertThat(result.code()).isZero();
    assertThat(result.stdout()).singleElement().asString().contains("already");
    assertTraced(jvm);
    assertThat(jvm.finish()).isZero();
    assertThat(agentLines(jvm)).hasSize(1);
  }

  @Test
  void settingsThatAreGivenBeatTheEnvironmentWhateverIsInThem() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent());
    jvm.port();

    assertAttached(
        attach(
                jvm,
                "OTEL_RESOURCE_ATTRIBUTES=shop.name=a & b,shop.owner=Zoë",
                "otel.instrumentation.methods.include=dev.gossamer.smoke.app.SmokeApp[query]",
                "otel.service.name=given")
            .run());

    try (RecordingServer farEnd = RecordingServer.start()) {
      assertThat(jvm.callUnderSpan(null, "journey", farEnd.url("/"))).isEqualTo("42 200");
      SpanRecord query = AGENT.receiver().awaitSpan(span -> span.name().equals("SmokeApp.query"));
      assertThat(query.serviceName()).isEqualTo("given");
      assertThat(query.resource()).containsEntry("shop.name", "a & b");
      assertThat(query.resource()).containsEntry("shop.owner", "Zoë");
      assertThat(jvm.finish()).isZero();
      AGENT.receiver().claimAll();
    }
  }

  @Test
  void whatIsSwitchedOffStaysOffUntilSomebodyInsists() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent().env("OTEL_JAVAAGENT_ENABLED", "false"));
    jvm.port();

    assertThat(refusal(attach(jvm, "otel.service.name=given").run()))
        .contains("OTEL_JAVAAGENT_ENABLED=false", "otel.javaagent.enabled=true");
    assertThat(jvm.call("property", "otel.service.name")).isEmpty();
    assertThat(agentLines(jvm)).isEmpty();

    assertAttached(attach(jvm, "otel.javaagent.enabled=true").run());
    assertTraced(jvm);
  }

  /** The JDK would send it a signal, at which it prints its threads. */
  @Test
  void aJvmThatTakesNoAgentIsNotDisturbed() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent().jvmArgs("-XX:+DisableAttachMechanism"));
    jvm.port();

    assertThat(refusal(attach(jvm).run())).contains("-XX:+DisableAttachMechanism", "-javaagent");

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stdout()).allMatch(line -> line.startsWith("READY "));
    assertThat(jvm.stderr()).isEmpty();
  }

  /** The signal would end it, but it listens without. */
  @Test
  void aJvmThatLeavesSignalsAloneGetsTheAgentToo() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent().jvmArgs("-Xrs"));
    jvm.port();

    assertAttached(attach(jvm).run());
    assertTraced(jvm);
  }

  @ParameterizedTest
  @MethodSource("newest")
  void aJvmThatLoadsNoAgentsLateSaysHowToGetOne(JavaRuntime runtime) {
    AgentJvm jvm =
        AGENT.launch(
            Apps.smoke()
                .withoutAgent()
                .javaHome(runtime.home())
                .jvmArgs("-XX:-EnableDynamicAgentLoading"));
    jvm.port();

    assertThat(refusal(attach(jvm).run())).contains("-XX:-EnableDynamicAgentLoading", "-javaagent");
    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
  }

  static Stream<JavaRuntime> newest() {
    List<JavaRuntime> late = JavaRuntimes.from(21);
    return late.isEmpty() ? Stream.empty() : Stream.of(late.get(late.size() - 1));
  }

  @Test
  void whatIsNoJvmIsLeftAlone() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux shows what a process is");
    Process other = new ProcessBuilder("sleep", "300").start();
    try {
      assertThat(refusal(attach(Apps.javaHome(), other.pid()).run()))
          .contains(other.pid() + " is no HotSpot JVM");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
    assertThat(other.waitFor()).isPositive();
    assertThat(refusal(attach(Apps.javaHome(), other.pid()).run())).contains("no process");
  }

  @Test
  void aProcessOfAnotherUserIsNamedAsSuch() throws IOException {
    Command id = new Command(List.of("setpriv", "--reuid=65534", "--clear-groups", "id"), Map.of());
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv")) && id.run().code() == 0,
        "only root can be somebody else");
    AgentJvm jvm = AGENT.launch(Apps.smoke().withoutAgent());
    jvm.port();
    Path open = Files.createTempDirectory("gossamer-attach-");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path jar = Files.copy(Apps.agent(), open.resolve("gossamer.jar"));
    try {
      Command attach = Command.tool("java", "-jar", jar.toString(), "attach", "" + jvm.pid());
      List<String> words = new ArrayList<>(id.words().subList(0, 3));
      words.addAll(attach.words());

      assertThat(refusal(new Command(words, Map.of()).run()))
          .contains("another user's (uid ", "sudo -u");
    } finally {
      Files.delete(jar);
      Files.delete(open);
    }
    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
  }

  @Test
  void aloneItSaysWhatItIsAndWhatItCanDo() {
    Command.Result help = Command.tool("java", "-jar", Apps.agent().toString()).run();

    assertThat(help.code()).isZero();
    assertThat(help.stderr()).isEmpty();
    assertThat(help.stdout().get(0)).matches("Gossamer \\d+\\.\\d+.*");
    assertThat(help.stdout()).anyMatch(line -> line.contains("attach <process>"));
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 0, -1})
  void aDamagedJarSaysSo(int kept) throws IOException {
    Path damaged = folder.resolve("damaged" + kept + ".jar");
    Jars.changed(
        Apps.agent(),
        damaged,
        (name, bytes) ->
            !name.equals("gossamer/agent.bin")
                ? bytes
                : kept < 0 ? null : Arrays.copyOf(bytes, kept));

    String line = refusal(Command.tool("java", "-jar", damaged.toString()).run());

    assertThat(line).contains("is damaged, copy it anew", damaged.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atach 1 -> no command 'atach'",
        "attach -> needs the number of a process",
        "attach x1 -> not 'x1'",
        "attach 0 -> not '0'",
        "attach 1 service=shop -> 'service' is no setting",
        "attach 1 otel.service.name -> 'otel.service.name' is no setting",
      })
  void whatMakesNoSenseGetsOneLine(String argumentsAndLine) {
    String[] both = argumentsAndLine.split(" -> ");
    List<String> words = new ArrayList<>(List.of("-jar", Apps.agent().toString()));
    words.addAll(Arrays.asList(both[0].split(" ")));

    Command.Result result = Command.tool("java", words.toArray(String[]::new)).run();

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).singleElement().asString().contains(both[1]);
  }

  @Test
  void itDoesNotTraceItself() {
    Command.Result help =
        Command.tool("java", "-jar", Apps.agent().toString())
            .env("JAVA_TOOL_OPTIONS", "-javaagent:" + Apps.agent())
            .run();

    assertThat(help.code()).isZero();
    assertThat(help.stderr()).noneMatch(line -> line.contains("[gossamer]"));
  }

  /** An application's jar can name the agent itself, from Java 9 on. */
  @Test
  void aLauncherAgentStartsBeforeMain() throws IOException {
    Path jar =
        Jars.of(
            folder.resolve("launched.jar"),
            Map.of(
                "Main-Class", HelloApp.class.getName(),
                "Launcher-Agent-Class", "dev.gossamer.bootstrap.Agent",
                "Class-Path",
                    Stream.concat(Stream.of(Apps.agent()), Apps.classPath().stream())
                        .map(path -> path.toUri().toString())
                        .collect(Collectors.joining(" "))),
            List.of());
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvmBuilder launched = AgentJvm.jar(jar).withoutAgent();
      AgentJvm jvm = AGENT.launch(launched.args(farEnd.url("/")));

      assertThat(jvm.awaitExit()).isZero();
      AGENT.traces().exactly(trace(span("GET").kind(SpanKind.CLIENT).root()));
      assertThat(jvm.stdout()).containsExactly("hello");
    }
  }

  private static Command attach(AgentJvm jvm, String... settings) {
    return attach(Path.of(System.getProperty("java.home")), jvm.pid(), settings);
  }

  private static Command attach(Path javaHome, long process, String... settings) {
    List<String> words =
        new ArrayList<>(List.of("-jar", Apps.agent().toString(), "attach", "" + process));
    words.addAll(List.of(settings));
    return Command.of(javaHome, "java", words.toArray(String[]::new));
  }

  private static void assertAttached(Command.Result result) {
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(result.stdout()).singleElement().asString().contains("has the agent now");
    assertThat(result.stderr()).isEmpty();
  }

  private static String refusal(Command.Result result) {
    assertThat(result.code()).as("%s", result).isEqualTo(1);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).hasSize(1);
    return result.stderr().get(0);
  }

  private static void assertTraced(AgentJvm jvm) {
    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
  }

  /** Whether a runtime has what attaching takes. */
  private static boolean canAttach(JavaRuntime runtime) {
    Path home = runtime.home();
    return runtime.version() == 8
        ? Files.exists(home.resolve("lib/tools.jar"))
            || Files.exists(home.resolveSibling("lib").resolve("tools.jar"))
        : Files.exists(home.resolve("lib").resolve(System.mapLibraryName("attach")));
  }

  private static List<SpanRecord> awaitTrace(String traceId, int count) {
    return AGENT
        .receiver()
        .await(
            count + " spans of trace " + traceId,
            () -> {
              List<SpanRecord> spans =
                  AGENT.receiver().spans().stream()
                      .filter(span -> span.traceId().equals(traceId))
                      .toList();
              return spans.size() == count ? spans : null;
            });
  }

  /** No span is the child of one that was never exported. */
  private static void assertEveryParentIsThere() {
    AGENT
        .receiver()
        .await(
            "the parents of all spans",
            () -> {
              Set<String> ids = new HashSet<>(Set.of(PARENT));
              AGENT.receiver().spans().forEach(span -> ids.add(span.spanId()));
              return AGENT.receiver().spans().stream()
                      .allMatch(span -> span.isRoot() || ids.contains(span.parentSpanId()))
                  ? ids
                  : null;
            });
  }

  private static List<String> agentLines(AgentJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.startsWith("[gossamer]")).toList();
  }
}
