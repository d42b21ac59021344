package dev.gossamer.instrumentation.opentelemetryannotations;

import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import dev.gossamer.testing.SpanExpectation;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods as spans on every Java there is, by annotation and by setting. */
final class EveryJavaTest {
  @RegisterExtension final AgentExtension agent = AgentExtension.perTest();

  @ParameterizedTest
  @MethodSource("dev.gossamer.testing.JavaRuntimes#all")
  void annotatedAndNamedMethodsAreSpans(JavaRuntime runtime) {
    String named = AnnotationsContract.PACKAGE + "Shop[excluded]";
    AgentJvm jvm =
        agent.launch(
            AnnotationsContract.app("oldest")
                .javaHome(runtime.home())
                .env("OTEL_INSTRUMENTATION_METHODS_INCLUDE", named));

    assertThat(jvm.callUnderSpan(null, "excluded")).isEqualTo("leftplain");
    assertThat(jvm.callUnderSpan(null, "default")).isEqualTo("greetedhello");
    assertThat(jvm.callUnderSpan(null, "nested")).isEqualTo("a1hidden2hidden");
    assertThat(jvm.callUnderSpan(null, "future", "value")).isEqualTo("true");

    SpanExpectation server = AnnotationsContract.server();
    agent
        .traces()
        .exactly(
            trace(
                server,
                AnnotationsContract.method("Shop", "excluded").childOf(0),
                AnnotationsContract.method("Shop", "left").childOf(1),
                AnnotationsContract.method("Shop", "plain").childOf(0)),
            trace(
                server,
                AnnotationsContract.method("Greeting.greet", "Shop$Greeting", "greet").childOf(0),
                AnnotationsContract.method("Greeting.hello", "Shop$Greeting", "hello").childOf(0)),
            trace(
                server,
                AnnotationsContract.method("Shop", "outer").childOf(0),
                AnnotationsContract.method("Shop", "hidden").childOf(1),
                AnnotationsContract.method("overload", "Shop", "outer").childOf(0),
                AnnotationsContract.method("Shop", "hidden").childOf(3)),
            trace(
                server,
                AnnotationsContract.method("Asynchronous", "futureOf").childOf(0),
                AnnotationsContract.method("Asynchronous", "between").childOf(0)));
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stderr()).hasSize(1);
  }
}
