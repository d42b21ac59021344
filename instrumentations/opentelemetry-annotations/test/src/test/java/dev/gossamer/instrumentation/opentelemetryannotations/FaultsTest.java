package dev.gossamer.instrumentation.opentelemetryannotations;

import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in an application, or in its settings, and what becomes of it. */
final class FaultsTest {
  private static final String EXCLUDE =
      "OTEL_INSTRUMENTATION_OPENTELEMETRY_INSTRUMENTATION_ANNOTATIONS_EXCLUDE_METHODS";

  @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

  @Test
  void anArgumentWithoutATextCostsItsAttributeAndOneLine() {
    AgentJvm jvm = agent.launch(app());
    assertThat(jvm.callUnderSpan(null, "throwing")).isEqualTo("after");
    assertThat(jvm.callUnderSpan(null, "throwing")).isEqualTo("after");

    agent
        .traces()
        .exactly(
            trace(AnnotationsContract.server(), unreadable()),
            trace(AnnotationsContract.server(), unreadable()));
    agent.expectErrorLine(
        jvm,
        "instrumentation opentelemetry-instrumentation-annotations failed:"
            + " java.lang.IllegalStateException: no text");
  }

  private static dev.gossamer.testing.SpanExpectation unreadable() {
    return AnnotationsContract.method("Attributed", "unreadable")
        .childOf(0)
        .attribute("after", "after")
        .noOtherAttributes();
  }

  @Test
  void whatIsNoMethodToExcludeCostsOneLineAndTheRestIsExcluded() {
    String left = AnnotationsContract.PACKAGE + "Shop[left]";
    AgentJvm jvm = agent.launch(app().env(EXCLUDE, "Shop.left;" + left));
    assertThat(jvm.callUnderSpan(null, "excluded")).isEqualTo("leftplain");

    agent
        .traces()
        .exactly(
            trace(
                AnnotationsContract.server(),
                AnnotationsContract.method("Shop", "plain").childOf(0)));
    agent.expectErrorLine(
        jvm,
        EXCLUDE + " has entries left out: Shop.left; expected Class[method,method];Class2[method]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OTEL_INSTRUMENTATION_OPENTELEMETRY_INSTRUMENTATION_ANNOTATIONS_ENABLED",
        "OTEL_INSTRUMENTATION_OPENTELEMETRY_EXTENSION_ANNOTATIONS_ENABLED"
      })
  void switchedOffNoAnnotationIsLookedAt(String setting) {
    AgentJvm jvm = agent.launch(app().env(setting, "false"));
    assertThat(jvm.callUnderSpan(null, "plain")).isEqualTo("plain");
    agent.traces().exactly(trace(AnnotationsContract.server()));
  }

  private static AgentJvmBuilder app() {
    return AnnotationsContract.app("newest");
  }
}
