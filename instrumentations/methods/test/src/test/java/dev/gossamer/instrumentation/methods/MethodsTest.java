package dev.gossamer.instrumentation.methods;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Methods are spans because a setting names them. */
final class MethodsTest {
  private static final String INCLUDE = "OTEL_INSTRUMENTATION_METHODS_INCLUDE";
  private static final String APP = MethodsApp.class.getName();
  private static final String ACCOUNT = APP + "$Account[deposit, fail,later]";

  @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

  @Test
  void allMethodsOfTheNameAreSpansAndNoOthers() {
    AgentJvm jvm = launch(ACCOUNT);
    assertThat(jvm.callUnderSpan(null, "deposit")).isEqualTo("43");
    assertThat(jvm.callUnderSpan(null, "other")).isEqualTo("none");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                account("deposit").scope("dev.gossamer.methods").childOf(0).noOtherAttributes(),
                account("deposit").childOf(0)),
            trace(server()));
  }

  @Test
  void whatItThrowsIsRecordedAndThrown() {
    AgentJvm jvm = launch(ACCOUNT);
    assertThatThrownBy(() -> jvm.call("fail")).hasMessageContaining("overdrawn");
    agent
        .traces()
        .exactly(
            trace(
                account("fail")
                    .root()
                    .exception("java.lang.IllegalStateException", "overdrawn")
                    .status(SpanStatus.ERROR)));
  }

  @Test
  void aFutureEndsTheSpan() {
    AgentJvm jvm = launch(ACCOUNT);
    assertThat(jvm.callUnderSpan(null, "later")).isEqualTo("later");
    agent
        .traces()
        .exactly(trace(server(), account("later").childOf(0), account("deposit").childOf(0)));
  }

  @Test
  void oldNamesStandBesideTheNewWhenAskedFor() {
    AgentJvm jvm =
        agent.launch(
            AgentJvm.app(MethodsApp.class)
                .env(INCLUDE, ACCOUNT)
                .env("OTEL_SEMCONV_STABILITY_OPT_IN", "code/dup"));
    assertThat(jvm.callUnderSpan(null, "deposit")).isEqualTo("43");
    SpanExpectation deposit =
        account("deposit")
            .attribute("code.namespace", APP + "$Account")
            .attribute("code.function", "deposit");
    agent.traces().exactly(trace(server(), deposit.childOf(0), deposit.childOf(0)));
  }

  @Test
  void aTypeStandsForItsSubtypes() {
    AgentJvm jvm = launch(APP + "$Greeter[greet]");
    assertThat(jvm.callUnderSpan(null, "implemented")).isEqualTo("good daygood day");
    SpanExpectation greet =
        span("Polite.greet")
            .kind(SpanKind.INTERNAL)
            .attribute("code.function.name", APP + "$Polite.greet");
    agent.traces().exactly(trace(server(), greet.childOf(0), greet.childOf(0)));
  }

  @Test
  void aMethodOfTheJdkIsASpan() {
    AgentJvm jvm = launch("java.text.NumberFormat[parse]");
    assertThat(jvm.callUnderSpan(null, "jdk")).isEqualTo("12");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                span("NumberFormat.parse")
                    .attribute("code.function.name", "java.text.NumberFormat.parse")
                    .childOf(0)));
  }

  @Test
  void whatIsMalformedCostsOneLineAndTheRestIsUsed() {
    AgentJvm jvm =
        launch("Account.deposit;" + ACCOUNT + "; a b[c];java.lang.String[length];x.Y[];x.Y[z");
    assertThat(jvm.callUnderSpan(null, "deposit")).isEqualTo("43");
    agent
        .traces()
        .exactly(trace(server(), account("deposit").childOf(0), account("deposit").childOf(0)));
    agent.expectErrorLine(
        jvm,
        INCLUDE
            + " has entries left out: Account.deposit; a b[c]; java.lang.String[length]; x.Y[];"
            + " x.Y[z; expected Class[method,method];Class2[method]");
  }

  @Test
  void switchedOffTheSettingIsNotLookedAt() {
    AgentJvm jvm =
        agent.launch(
            AgentJvm.app(MethodsApp.class)
                .env(INCLUDE, ACCOUNT)
                .env("OTEL_INSTRUMENTATION_METHODS_ENABLED", "false"));
    assertThat(jvm.callUnderSpan(null, "deposit")).isEqualTo("43");
    agent.traces().exactly(trace(server()));
  }

  private AgentJvm launch(String included) {
    return agent.launch(AgentJvm.app(MethodsApp.class).env(INCLUDE, included));
  }

  private static SpanExpectation server() {
    return span("GET /call").kind(SpanKind.SERVER).root();
  }

  private static SpanExpectation account(String method) {
    return span("Account." + method)
        .kind(SpanKind.INTERNAL)
        .attribute("code.function.name", APP + "$Account." + method);
  }
}
