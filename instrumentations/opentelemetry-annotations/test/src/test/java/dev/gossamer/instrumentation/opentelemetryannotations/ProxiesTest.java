package dev.gossamer.instrumentation.opentelemetryannotations;

import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call through a proxy is one span, whether or not the proxy copies the annotation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProxiesTest {
  @RegisterExtension
  final AgentExtension annotated =
      AgentExtension.shared(() -> AgentJvm.app(ProxiedApp.class).libraries("spring"));

  @RegisterExtension
  final AgentExtension named =
      AgentExtension.shared(
          () ->
              AgentJvm.app(ProxiedApp.class)
                  .libraries("spring")
                  .env(
                      "OTEL_INSTRUMENTATION_OPENTELEMETRY_INSTRUMENTATION_ANNOTATIONS_ENABLED",
                      "false")
                  .env(
                      "OTEL_INSTRUMENTATION_METHODS_INCLUDE",
                      AnnotationsContract.PACKAGE
                          + "ProxiedApp$Service[serve];"
                          + AnnotationsContract.PACKAGE
                          + "ProxiedApp$Serving[serve]"));

  @ParameterizedTest
  @CsvSource({
    "class-proxy,around ittruefalse,Service",
    "interface-proxy,around it,Server",
    "copy,ittruetrue,Service"
  })
  void aProxiedMethodIsOneSpan(String command, String result, String type) {
    assertThat(annotated.jvm().callUnderSpan(null, command)).isEqualTo(result);
    assertOneSpan(annotated, type);
    assertThat(named.jvm().callUnderSpan(null, command)).isEqualTo(result);
    assertOneSpan(named, type);
  }

  private static void assertOneSpan(AgentExtension agent, String type) {
    agent
        .traces()
        .exactly(
            trace(
                AnnotationsContract.server(),
                AnnotationsContract.method(type + ".serve", "ProxiedApp$" + type, "serve")
                    .childOf(0)));
  }
}
