package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever instrumentations do wrong, the application's answers stay what they are. */
final class AdviceFaultsTest {
  private static final String UNTOUCHED = "a!42truethe library's own";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  private static Path probeAgent;

  @BeforeAll
  static void pack() throws IOException {
    probeAgent = ProbeAgent.pack(folder);
  }

  @Test
  void adviceThatThrowsChangesNothingAndIsToldOnce() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(probeAgent));

    for (int i = 0; i < 3; i++) {
      assertThat(jvm.call("library-broken", "x")).isEqualTo(UNTOUCHED);
    }

    AGENT.expectErrorLine(jvm, "instrumentation faulty");
    jvm.stop();
    assertThat(warnings(jvm))
        .singleElement()
        .asString()
        .contains("faulty", "the application goes on without it", "injected fault");
    assertThat(jvm.stderr()).noneMatch(line -> line.startsWith("\tat "));
  }

  @Test
  void anInstrumentationThatKeepsFailingSwitchesItselfOff() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(probeAgent));

    for (int i = 0; i < 30; i++) {
      assertThat(jvm.call("library-broken", "x")).isEqualTo(UNTOUCHED);
    }

    AGENT.expectErrorLine(jvm, "instrumentation faulty");
    AGENT.expectErrorLine(jvm, "faulty failed 100 times and is switched off");
    jvm.stop();
    assertThat(warnings(jvm)).hasSize(2);
  }

  @Test
  void otherInstrumentationsOfTheSameClassGoOn() {
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(probeAgent));

    assertThat(jvm.callUnderSpan(null, "library-broken", "x")).isEqualTo(UNTOUCHED);
    assertThat(jvm.callUnderSpan(null, "library", "y")).isEqualTo("called y");

    AGENT.expectErrorLine(jvm, "instrumentation faulty");
    AGENT
        .traces()
        .exactly(
            trace(span("GET /call").kind(SpanKind.SERVER).root()),
            trace(
                span("GET /call").kind(SpanKind.SERVER).root(),
                span("library call").attribute("library.client", "y").childOf(0)));
  }

  @Test
  void aLibraryThatLacksWhatTheAdviceNeedsIsLeftAlone() throws IOException {
    Path other =
        Sources.compile(
            folder.resolve("other-version"),
            Map.of(
                "org/example/library/Client.java",
                """
                package org.example.library;
                public class Client {
                  private final String name;
                  public Client(String name) { this.name = name; }
                  public String call() { return "called without name(): " + name; }
                }
                """),
            List.of());
    List<Path> classPath = Stream.concat(Stream.of(other), Apps.classPath().stream()).toList();
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(probeAgent).classPath(classPath));

    assertThat(jvm.callUnderSpan(null, "library", "z")).isEqualTo("called without name(): z");

    AGENT.expectErrorLine(jvm, "instrumentation probe does not fit this version");
    assertThat(warnings(jvm))
        .singleElement()
        .asString()
        .contains("org.example.library.Client.name");
    AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
  }

  @Test
  void anSdkThatCannotStartCostsOneLineAndTheSpans() throws IOException {
    Path broken = ProbeAgent.packWithout("opentelemetry-sdk-trace-", folder);
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(broken).withoutFence());

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    assertThat(jvm.callUnderSpan(null, "library", "y")).isEqualTo("called y");

    AGENT.expectErrorLine(jvm, "telemetry could not be started");
    jvm.stop();
    assertThat(jvm.stderr()).hasSize(1);
    AGENT.traces().exactly();
  }

  private static List<String> warnings(AgentJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.startsWith("[gossamer] warning: ")).toList();
  }
}
