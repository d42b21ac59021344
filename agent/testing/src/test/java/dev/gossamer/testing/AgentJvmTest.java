package dev.gossamer.testing;

import static dev.gossamer.testing.Traces.assertTraces;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class AgentJvmTest {
  private static final Path AGENT = TrivialAgent.jar();
  private static final OtlpReceiver RECEIVER = OtlpReceiver.start();

  @AfterAll
  static void close() {
    RECEIVER.close();
  }

  private static AgentJvmBuilder app() {
    return AgentJvm.app(TrivialApp.class).agent(AGENT).receiver(RECEIVER);
  }

  @Test
  void runsAnApplicationUnderTheAgentAndEndsItGracefully() {
    try (AgentJvm jvm =
        app()
            .agentOptions("some options")
            .jvmArgs("-Dsome.property=value")
            .args("serve")
            .env("SOME_VARIABLE", "some value")
            .start()) {
      assertThat(jvm.port()).isPositive();
      assertThat(jvm.awaitErrorLine("some options"::equals)).isEqualTo("some options");
      assertThat(jvm.stderr()).containsExactly("[gossamer] started", "some options");
      assertThat(jvm.call("env", "SOME_VARIABLE")).isEqualTo("some value");
      assertThat(jvm.call("env", "OTEL_EXPORTER_OTLP_ENDPOINT")).isEqualTo(RECEIVER.endpoint());
      assertThat(jvm.call("env", "OTEL_EXPORTER_OTLP_PROTOCOL")).isEmpty();
      assertThat(jvm.callUnderSpan(null, "property", "some.property")).isEqualTo("value");
      assertThatThrownBy(() -> jvm.call("fail", "with ümläut & space"))
          .hasMessageContaining("IllegalStateException: with ümläut & space");
      assertThatThrownBy(() -> jvm.callUnderSpan(null, "fail", "x"))
          .hasMessageContaining("500 java.lang.IllegalStateException: x");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.isAlive()).isFalse();
    }
  }

  @Test
  void settlesOnceEveryEarlierSpanHasArrived() {
    try (AgentJvm jvm = app().start()) {
      for (int i = 0; i < 10; i++) {
        assertThat(jvm.call("span", "s" + i)).isEqualTo("made s" + i);
      }
      RECEIVER.settle();
      assertThat(RECEIVER.spans())
          .extracting(SpanRecord::name)
          .containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9");
      RECEIVER.clear();
      jvm.call("span", "last");
      assertThat(jvm.stop()).isEqualTo(143);
      assertTraces(RECEIVER).exactly(trace(span("last").root()));
    }
  }

  @Test
  void saysWhatTheApplicationWroteWhenItDoesNotComeUp() {
    try (AgentJvm jvm = AgentJvm.app("no.such.Main").withoutAgent().receiver(RECEIVER).start()) {
      assertThatThrownBy(jvm::port)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("exit code 1")
          .hasMessageContaining("no.such.Main");
    }
  }

  @Test
  void passesNoSettingOfTheOuterProcessOn() {
    AgentJvmBuilder builder = app().classPath(List.of(Path.of("a"), Path.of("b.jar")));
    assertThat(builder.command())
        .containsSubsequence("-cp", "a" + java.io.File.pathSeparator + "b.jar")
        .contains("-javaagent:" + AGENT)
        .endsWith(TrivialApp.class.getName());
    assertThat(app().withoutAgent().command()).noneMatch(word -> word.startsWith("-javaagent"));
    try (AgentJvm jvm = app().withoutEnv("OTEL_SERVICE_NAME").start()) {
      assertThat(jvm.call("env", "OTEL_SERVICE_NAME")).isEmpty();
      assertThat(jvm.call("env", "JAVA_TOOL_OPTIONS")).isEmpty();
    }
  }

  @Test
  void findsTheRuntimesOfThisMachine() {
    assertThat(JavaRuntimes.all()).extracting(JavaRuntimes.JavaRuntime::version).contains(17);
    assertThat(JavaRuntimes.from(17))
        .allSatisfy(
            runtime ->
                assertThat(JavaRuntimes.version(runtime.home())).isEqualTo(runtime.version()))
        .extracting(JavaRuntimes.JavaRuntime::version)
        .isSorted();
  }
}
