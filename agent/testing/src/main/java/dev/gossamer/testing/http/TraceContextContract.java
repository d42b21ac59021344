package dev.gossamer.testing.http;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.app.ServerRoutes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an application passes on of the headers it receives, seen from outside: every case is a
 * request with exact header lines to route {@code /forward}, and the requests that the application
 * then makes. The cases stand in the files of this package's resources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-java")
public abstract class TraceContextContract {
  private final RecordingServer callback = RecordingServer.start();

  /** One JVM for each setting of the propagators. */
  @RegisterExtension protected final AgentExtension agent = AgentExtension.perTest();

  /** The application that serves {@link ServerRoutes}. */
  protected abstract AgentJvmBuilder application();

  /** What comes before {@code /forward} in the path. */
  protected String contextPath() {
    return "";
  }

  @AfterAll
  final void closeCallback() {
    callback.close();
  }

  @TestFactory
  Stream<DynamicContainer> w3cTraceContext() {
    return cases("w3c.cases");
  }

  @TestFactory
  Stream<DynamicContainer> w3cBaggage() {
    return cases("baggage.cases");
  }

  @TestFactory
  Stream<DynamicContainer> b3() {
    return cases("b3.cases");
  }

  @TestFactory
  Stream<DynamicContainer> allFormatsTogether() {
    return cases("all.cases");
  }

  @TestFactory
  Stream<DynamicContainer> noFormat() {
    return cases("none.cases");
  }

  private Stream<DynamicContainer> cases(String file) {
    TraceContextCase.Cases cases = TraceContextCase.read(file);
    return cases.propagators().stream()
        .map(
            propagators -> {
              AgentJvm jvm =
                  agent.launch(
                      application()
                          .jvmArgs("-D" + ServerRoutes.CALLBACK + "=" + callback.url(""))
                          .env("OTEL_PROPAGATORS", propagators));
              return DynamicContainer.dynamicContainer(
                  propagators,
                  cases.cases().stream()
                      .map(
                          one ->
                              DynamicTest.dynamicTest(
                                  one.name(), () -> run(jvm, one, propagators))));
            });
  }

  private void run(AgentJvm jvm, TraceContextCase one, String propagators) {
    callback.clear();
    try {
      int calls = one.calls();
      RawHttp request = RawHttp.request("GET", contextPath() + "/forward?count=" + calls);
      for (Map.Entry<String, String> line : one.lines()) {
        request.header(line.getKey(), line.getValue());
      }
      assertThat(request.send(jvm.port()).status()).isEqualTo(200);
      List<RecordedRequest> sent =
          callback.awaitRequests(calls, it -> it.path().startsWith("/forwarded/"));
      List<Sent> contexts = new ArrayList<>();
      for (RecordedRequest forwarded : sent) {
        checkHeaders(one, forwarded);
        contexts.addAll(SentContexts.check(forwarded, propagators, one.one("sampled")));
      }
      checkIds(one, contexts);
      checkSpans(one, calls, contexts);
    } finally {
      agent.receiver().settle();
      agent.receiver().claimAll();
    }
  }

  /** The ids that went out in one request. */
  record Sent(String traceId, String spanId, String flags) {}

  private static void checkHeaders(TraceContextCase one, RecordedRequest forwarded) {
    String state = forwarded.header("tracestate");
    assertThat(state).as("tracestate").isNotEqualTo("");
    String expectedState = one.one("state");
    if (expectedState != null) {
      assertThat(state)
          .as("tracestate")
          .isEqualTo(expectedState.equals("none") ? null : expectedState);
    }
    for (String part : one.all("state-has")) {
      assertThat("," + state).as("tracestate").contains("," + part);
    }
    for (String part : one.all("state-lacks")) {
      assertThat("" + state).as("tracestate").doesNotContain(part);
    }
    for (String name : one.all("no-header")) {
      assertThat(forwarded.headers(name)).as("header " + name).isEmpty();
    }
    String baggage = one.one("baggage");
    if (baggage != null) {
      assertThat(BaggageText.canonical(forwarded.headers("baggage")))
          .as("baggage " + forwarded.headers("baggage"))
          .isIn(
              Arrays.stream(baggage.split(" \\| "))
                  .map(text -> text.equals("none") ? List.<String>of() : List.of(text))
                  .map(BaggageText::canonical)
                  .toList());
    }
  }

  private static void checkIds(TraceContextCase one, List<Sent> contexts) {
    TraceContextCase.Caller caller = one.caller();
    String received = String.valueOf(one.lines());
    Set<String> spanIds = new HashSet<>();
    for (Sent sent : contexts) {
      assertThat(sent.traceId()).as("trace id sent").matches("[0-9a-f]{32}").matches(".*[^0].*");
      assertThat(sent.spanId()).as("span id sent").matches("[0-9a-f]{16}").matches(".*[^0].*");
      assertThat(received).as("headers received").doesNotContain(sent.spanId());
      assertThat(spanIds.add(sent.spanId())).as("span id sent once only").isTrue();
      if (caller != null) {
        assertThat(sent.traceId()).as("trace id sent").isEqualTo(caller.traceId());
      } else if (one.one("trace") != null) {
        assertThat(received).as("headers received").doesNotContain(sent.traceId());
      }
      String flags = one.one("flags");
      if (flags != null) {
        assertThat(sent.flags()).as("trace flags sent").isEqualTo(flags);
      }
    }
  }

  private void checkSpans(TraceContextCase one, int calls, List<Sent> contexts) {
    if (!one.exported()) {
      agent.traces().none();
      return;
    }
    SpanExpectation server = span().kind(SERVER);
    TraceContextCase.@Nullable Caller caller = one.caller();
    if (caller == null) {
      server.root();
    } else {
      server.traceId(caller.traceId()).parent(caller.spanId());
    }
    List<SpanExpectation> spans = new ArrayList<>(List.of(server));
    for (int i = 0; i < calls; i++) {
      SpanExpectation client = span("GET").kind(CLIENT).childOf(0);
      if (i < contexts.size()) {
        client.traceId(contexts.get(i).traceId()).spanId(contexts.get(i).spanId());
      }
      spans.add(client);
    }
    agent.traces().exactly(trace(spans.toArray(SpanExpectation[]::new)));
  }
}
