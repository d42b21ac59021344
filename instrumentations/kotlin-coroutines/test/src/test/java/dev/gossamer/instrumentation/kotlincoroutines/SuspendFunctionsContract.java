package dev.gossamer.instrumentation.kotlincoroutines;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.SpanStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A suspend function that is a span is one, whatever it suspends in and wherever it goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SuspendFunctionsContract {
  private static final String PACKAGE = "dev.gossamer.instrumentation.kotlincoroutines.";
  private static final String NO_GOOD = "java.lang.IllegalStateException";
  private static final int MANY = 10_000;
  private static final int DEEP = 5000;

  @RegisterExtension final AgentExtension agent = AgentExtension.shared(this::application);

  /** Which of libraries.properties the application runs with. */
  abstract String libraries();

  AgentJvmBuilder application() {
    return AgentJvm.app(PACKAGE + "SuspendingAppKt")
        .libraries(libraries())
        .env(
            "OTEL_INSTRUMENTATION_METHODS_INCLUDE",
            PACKAGE
                + "Suspending[configured];kotlinx.coroutines.AwaitKt[joinAll];"
                + "kotlinx.coroutines.TimeoutKt[withTimeoutOrNull]")
        .env("OTEL_BSP_MAX_QUEUE_SIZE", "100000");
  }

  // Each span by the number of its parent, 0 being the request's, and its name; @ for a mark.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not | v | 0 Suspending.not x=v; 1 @v",
        "once | v | 0 Suspending.once x=v; 1 @before; 1 @after; 0 @outside",
        "often | 190 | 0 Suspending.often; 1 @after; 0 @outside",
        "dispatchers | after | 0 Suspending.dispatchers; 1 @io; 1 @io, later; 1 @between; 1 @pool;"
            + " 1 @after; 0 @outside",
        "tail | helper, last | 0 Suspending.tail; 1 @helper; 1 @helper, later; 1 @helper, last;"
            + " 0 @outside",
        "tail-delay | pool | 0 Suspending.tailDelay; 0 @outside",
        "nested | after | 0 Suspending.nested; 1 @helper; 1 @helper, later; 1 @helper, last;"
            + " 1 @after; 0 @outside",
        "below-another | y | 0 Suspending.belowAnother; 1 Suspending.once x=x; 2 @before; 2 @after;"
            + " 1 @between; 1 Suspending.once x=y; 6 @before; 6 @after; 0 @outside",
        "recursive | 4 | 0 Suspending.recursive; 1 Suspending.recursive; 2 Suspending.recursive;"
            + " 3 Suspending.recursive; 4 @0; 3 @1; 2 @2; 1 @3; 0 @outside",
        "mutual | 3 | 0 Suspending.mutual; 1 Suspending.mutual; 2 Suspending.mutual;"
            + " 3 Suspending.mutual; 0 @outside",
        "children | asyncwith context | 0 Suspending.children; 1 @launched; 1 @async;"
            + " 1 @with context",
        "scope-in-function | after | 0 Suspending.scoped; 1 @helper; 1 @helper, later;"
            + " 1 @helper, last; 1 @supervised; 1 @in time; 1 @after; 0 @outside",
        "hops-back | back | 0 Suspending.hopsBack; 1 @back",
        "named | true | 0 a name",
        "result | kept | 0 result",
        "defaults | d | 0 Suspending.defaults x=d",
        "generic | ab | 0 Box.map",
        "private | st | 0 Suspending.secret; 1 @s; 0 Suspending.secret; 3 @t",
        "open | 3 | 0 Base.opened; 1 @base; 1 @base, later; 1 Base.opened; 4 @base;"
            + " 4 @base, later; 0 @outside",
        "interface | after | 0 Defaulted.byDefault x=v; 1 @before; 1 @after; 0 @outside",
        "extension | vv | 0 SuspendingAppKt.extended times=2; 1 @vv",
        "configured | in configured | 0 Suspending.configured; 1 @in configured; 0 @outside",
        "flow | 2 | 0 Suspending.emitting; 1 @collected; 1 @collected; 1 @emitted",
        "flow-on | 2 | 0 Suspending.emitting; 1 @emitted",
        "flow-within | 3 | 0 Suspending.collecting; 1 @1; 1 @2; 1 @3",
        "sequence | 3 | 0 Suspending.yielding; 1 @yielded",
        "unconfined | after | 0 Suspending.foreignResume; 1 @resumed; 1 @after; 0 @outside",
        "unintercepted | on foreign | 0 Suspending.unintercepted; 1 @on foreign; 0 @outside",
      })
  void isOneSpanFromItsBeginningToItsEnd(String way, String result, String spans) {
    assertThat(agent.jvm().callUnderSpan(null, way, "v")).isEqualTo(result);
    agent.traces().exactly(trace(below(spans)));
  }

  @ParameterizedTest
  @CsvSource({
    "fails-before, failsBefore",
    "fails-after, failsAfter",
    "fails-at-tail, failsAtTail",
  })
  void aFunctionThatThrowsIsAFailedSpan(String way, String function) {
    assertThat(agent.jvm().callUnderSpan(null, way)).isEqualTo("no good");
    SpanExpectation[] spans = below("0 Suspending." + function + "; 0 @outside");
    spans[1].exception(NO_GOOD, "no good").status(SpanStatus.ERROR).statusMessage("no good");
    agent.traces().exactly(trace(spans));
  }

  @Test
  void aFunctionThatIsCancelledEndsItsSpanWithWhatItThrows() {
    assertThat(agent.jvm().callUnderSpan(null, "cancelled")).isEqualTo("outside");
    SpanExpectation[] spans = below("0 Suspending.cancelled; 0 @outside");
    spans[1]
        .exception(
            "kotlinx.coroutines.JobCancellationException", "StandaloneCoroutine was cancelled")
        .status(SpanStatus.ERROR);
    agent.traces().exactly(trace(spans));
  }

  @Test
  void aSpanThatInheritsNoContextIsARoot() {
    assertThat(agent.jvm().callUnderSpan(null, "root")).isEqualTo("in root");
    agent
        .traces()
        .exactly(
            trace(below("0 @outside")),
            trace(
                span("Suspending.root").kind(SpanKind.INTERNAL).root(),
                span("mark").attribute("at", "in root").childOf(0)));
  }

  @Test
  void attributesForTheCurrentSpanAreThoseOfTheCallAndNotOfItsResumptions() {
    assertThat(agent.jvm().callUnderSpan(null, "adding")).isEqualTo("toldtold");
    SpanExpectation[] spans = below("0 @outside");
    spans[0].attribute("x", "told");
    agent.traces().exactly(trace(spans));
  }

  @Test
  void aFunctionOfNobodysRequestIsARoot() {
    assertThat(agent.jvm().call("application", "v")).isEqualTo("v");
    agent
        .traces()
        .exactly(
            trace(
                span("Suspending.once")
                    .kind(SpanKind.INTERNAL)
                    .root()
                    .scope("dev.gossamer.opentelemetry-instrumentation-annotations")
                    .attribute("code.function.name", PACKAGE + "Suspending.once")
                    .attribute("x", "v")
                    .noOtherAttributes(),
                span("mark").attribute("at", "before").childOf(0),
                span("mark").attribute("at", "after").childOf(0)));
  }

  // With the oldest version, it is what the compiler of that time made of them.
  @Test
  void functionsOfALibraryAreSpansWhenTheyAreNamed() {
    assertThat(agent.jvm().callUnderSpan(null, "of-a-library")).isEqualTo("outsidenull");
    agent
        .traces()
        .exactly(
            trace(
                below("0 TimeoutKt.withTimeoutOrNull; 0 AwaitKt.joinAll; 0 @joined; 0 @outside")));
  }

  @Test
  void aContinuationThatCannotBeFollowedEndsTheSpanWhenTheFunctionSuspends() {
    assertThat(agent.jvm().callUnderSpan(null, "odd-continuation")).isEqualTo("true");
    agent.traces().exactly(trace(below("0 Suspending.tailDelay")));
    agent.expectErrorLine("odd");
  }

  @Test
  void theStackDoesNotGrowWithTheDepthOfCallsThatHaveSuspended() {
    assertThat(agent.jvm().call("deep")).isEqualTo("" + DEEP);
    assertThat(agent.receiver().awaitUnclaimed(DEEP + 1)).hasSize(DEEP + 1);
    agent.receiver().claimAll();
  }

  @Test
  void manyCallsAtTheSameTimeAreASpanEachAndLeaveNothingOnTheirThreads() {
    agent.jvm().callUnderSpan(null, "many", "" + MANY);
    List<SpanRecord> spans = agent.receiver().awaitUnclaimed(1 + 2 * MANY);
    agent.receiver().claimAll();
    SpanRecord server =
        spans.stream().filter(span -> span.name().equals("GET /call")).findFirst().orElseThrow();
    Map<Object, SpanRecord> outer = byNumber(spans, "Suspending.outer");
    Map<Object, SpanRecord> inner = byNumber(spans, "Suspending.inner");
    assertThat(outer).hasSize(MANY);
    assertThat(inner).hasSize(MANY);
    outer.values().forEach(span -> assertThat(span.parentSpanId()).isEqualTo(server.spanId()));
    inner.forEach(
        (number, span) ->
            assertThat(span.parentSpanId()).isEqualTo(outer.getOrDefault(number, server).spanId()));

    nothingIsCurrentOnPoolThreads();
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "dispatchers", "children", "fails-after", "unintercepted"})
  void nothingIsLeftOnPoolThreads(String way) {
    agent.jvm().callUnderSpan(null, way, "v");
    agent.receiver().awaitSpan(span -> span.name().equals("GET /call"));
    agent.receiver().settle();
    agent.receiver().claimAll();

    nothingIsCurrentOnPoolThreads();
  }

  private void nothingIsCurrentOnPoolThreads() {
    assertThat(agent.jvm().call("plain-tasks")).isEqualTo("true");
    SpanExpectation alone = span("mark").attribute("at", "plain").root();
    agent.traces().exactly(trace(alone), trace(alone), trace(alone), trace(alone));
  }

  private static Map<Object, SpanRecord> byNumber(List<SpanRecord> spans, String name) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .collect(Collectors.toMap(span -> "" + span.attribute("n"), span -> span));
  }

  private static SpanExpectation[] below(String description) {
    List<SpanExpectation> spans = new ArrayList<>();
    spans.add(span("GET /call").kind(SpanKind.SERVER).root());
    for (String line : description.split(";")) {
      String[] parts = line.strip().split(" ", 2);
      spans.add(described(parts[1]).childOf(Integer.parseInt(parts[0])));
    }
    return spans.toArray(new SpanExpectation[0]);
  }

  private static SpanExpectation described(String text) {
    if (text.startsWith("@")) {
      return span("mark").attribute("at", text.substring(1));
    }
    Map<String, Object> attributes = new HashMap<>();
    String name = text;
    if (text.contains("=")) {
      name = text.substring(0, text.indexOf(' '));
      String[] attribute = text.substring(name.length() + 1).split("=");
      boolean number = Character.isDigit(attribute[1].charAt(0));
      attributes.put(attribute[0], number ? (Object) Long.valueOf(attribute[1]) : attribute[1]);
    }
    return span(name).kind(SpanKind.INTERNAL).attributes(attributes);
  }
}
