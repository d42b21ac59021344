package dev.gossamer.smoke.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanRecord;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSamplerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.example.extension.BrokenProviders;
import org.example.extension.ThrowingCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with an extension costs that extension, and a line. */
final class BrokenExtensionsTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  /** One way to be broken. */
  enum Broken {
    MISSING_FILE("there is no file", () -> folder.resolve("missing.jar")),
    NO_JAR("cannot be read as a jar", () -> text("no.jar", "This is no jar")),
    CORRUPT_JAR("cannot be read as a jar", Broken::corrupt),
    EMPTY_FOLDER("holds no jar", () -> folder("empty")),
    NOTHING_IN_IT(
        "META-INF/services/io.opentelemetry.sdk.autoconfigure.spi.*",
        () -> new Jar().with(ThrowingCustomizer.class).write(folder.resolve("library.jar"))),
    INSTRUMENTATION(
        "instrumentations of another one",
        () ->
            Apps.providers()
                .providing(
                    "io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule",
                    "org.example.Instrumentation")
                .write(folder.resolve("instrumentation.jar"))),
    NO_SUCH_PROVIDER(
        "org.example.Nothing, a ResourceProvider, cannot be made",
        () ->
            new Jar()
                .providing(ResourceProvider.class.getName(), "org.example.Nothing")
                .write(folder.resolve("nothing.jar"))),
    MISSING_CLASS("BrokenProviders$Dependency", Broken::incomplete),
    UNMADE(
        "acme cannot be made",
        () ->
            new Jar()
                .providing(AutoConfigurationCustomizerProvider.class, BrokenProviders.Unmade.class)
                .write(folder.resolve("unmade.jar"))),
    HALFWAY(
        "customizes only in part (java.lang.IllegalStateException: acme gives up halfway)",
        () ->
            new Jar()
                .providing(AutoConfigurationCustomizerProvider.class, BrokenProviders.Halfway.class)
                .write(folder.resolve("halfway.jar")));

    final String told;
    final Supplier<Path> path;

    Broken(String told, Supplier<Path> path) {
      this.told = told;
      this.path = path;
    }

    private static Path text(String name, String text) {
      try {
        return Files.writeString(folder.resolve(name), text);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static Path folder(String name) {
      try {
        return Files.createDirectories(folder.resolve(name));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static Path corrupt() {
      try {
        Path jar = Apps.providers().write(folder.resolve("corrupt.jar"));
        byte[] bytes = Files.readAllBytes(jar);
        return Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static Path incomplete() {
      // Without the class that it needs.
      return new Jar()
          .providing(ResourceProvider.class, BrokenProviders.Incomplete.class)
          .write(folder.resolve("incomplete.jar"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNamedInOneLineAndTheOtherGoesOn(Broken broken) {
    Path good = Apps.acme(folder);
    AgentJvm jvm =
        AGENT.launch(Apps.app(folder, broken.path.get(), good).env("OTEL_TRACES_SAMPLER", "acme"));

    jvm.callUnderSpan(null, "ok");

    SpanRecord span = AGENT.receiver().awaitSpans(1).get(0);
    assertThat(span.attribute("acme.rate")).isEqualTo(0.0);
    assertThat(span.resource()).containsEntry("cloud.region", "nowhere");
    AGENT.receiver().claimAll();
    AGENT.expectErrorLine(jvm, broken.told);
    assertThat(jvm.stderr().stream().filter(line -> line.contains("warning"))).hasSize(1);
  }

  @Test
  void aFolderIsReadJarByJar() {
    Path jars = folder.resolve("jars");
    Apps.providers().write(jars.resolve("acme.jar"));
    new Jar()
        .providing("io.opentelemetry.javaagent.extension.AgentListener", "org.example.Listener")
        .write(jars.resolve("listener.jar"));
    AgentJvm jvm = AGENT.launch(Apps.app(folder, jars).env("OTEL_TRACES_SAMPLER", "acme"));

    jvm.callUnderSpan(null, "ok");

    assertThat(AGENT.receiver().awaitSpans(1).get(0).attribute("acme.rate")).isEqualTo(0.0);
    AGENT.receiver().claimAll();
    assertThat(AGENT.expectErrorLine(jvm, "listener.jar"))
        .contains("AgentListener", "Take it out of OTEL_JAVAAGENT_EXTENSIONS");
  }

  @Test
  void whatCannotBeMadeIsReplacedByWhatTheAgentHas() {
    Path jar =
        new Jar()
            .providing(ConfigurableSamplerProvider.class, BrokenProviders.NoSampler.class)
            .providing(ConfigurableSpanExporterProvider.class, BrokenProviders.NoExporter.class)
            .providing(ConfigurablePropagatorProvider.class, BrokenProviders.NoPropagator.class)
            .write(folder.resolve("broken.jar"));
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(folder, jar)
                .env("OTEL_TRACES_SAMPLER", "broken")
                .env("OTEL_TRACES_EXPORTER", "broken,otlp")
                .env("OTEL_PROPAGATORS", "broken,tracecontext"));

    jvm.callUnderSpan("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "ok");

    assertThat(AGENT.receiver().awaitSpans(1).get(0).traceId())
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    AGENT.receiver().claimAll();
    AGENT.expectErrorLine(jvm, "sampler broken cannot be made; using ParentBased");
    AGENT.expectErrorLine(jvm, "exporter broken cannot be made and is left out");
    AGENT.expectErrorLine(jvm, "propagator broken cannot be made and is left out");
  }

  @Test
  void aNameThatNoExtensionHasIsTheWarningOfAlways() {
    AgentJvm jvm =
        AGENT.launch(Apps.app(folder, Apps.acme(folder)).env("OTEL_TRACES_SAMPLER", "unheard-of"));

    jvm.callUnderSpan(null, "ok");

    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    assertThat(AGENT.expectErrorLine(jvm, "OTEL_TRACES_SAMPLER=unheard-of"))
        .contains("using parentbased_always_on");
  }

  @Test
  void whatItThrowsOnTheApplicationsThreadsDoesNotReachTheApplication() {
    Path jar =
        new Jar()
            .providing(AutoConfigurationCustomizerProvider.class, ThrowingCustomizer.class)
            .write(folder.resolve("throwing.jar"));
    AgentJvm jvm = AGENT.launch(Apps.app(folder, jar));

    try (RecordingServer farEnd = RecordingServer.start()) {
      // More often than an instrumentation may fail: none of ours is switched off by it.
      for (int i = 0; i < 150; i++) {
        assertThat(jvm.callUnderSpan(null, "get", farEnd.url("/"))).isEqualTo("200");
      }
    }

    assertThat(AGENT.receiver().awaitSpans(300))
        .allMatch(span -> span.traceId().length() == 32)
        .anyMatch(span -> !span.isRoot());
    AGENT.receiver().claimAll();
    assertThat(AGENT.expectErrorLine(jvm, "extension throwing.jar failed"))
        .contains("acme throws", "the application is not affected");
    assertThat(jvm.stderr().stream().filter(line -> line.contains("warning"))).hasSize(1);
  }

  @Test
  void oneThatNeverReturnsBlocksNobody() {
    Path jar =
        new Jar()
            .providing(ResourceProvider.class, BrokenProviders.Blocking.class)
            .write(folder.resolve("blocking.jar"));
    AgentJvm jvm = AGENT.launch(Apps.app(folder, jar).withoutFence());
    jvm.awaitErrorLine(line -> line.equals("acme blocks"));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    assertThat(AGENT.expectErrorLine(jvm, "blocking.jar")).contains("still", "no spans");
  }

  @Test
  void anExporterThatNeverReturnsHoldsUpNeitherTheApplicationNorItsEnd() {
    Path jar =
        new Jar()
            .providing(
                ConfigurableSpanExporterProvider.class, BrokenProviders.BlockingExporter.class)
            .write(folder.resolve("blocking-exporter.jar"));
    AgentJvm jvm =
        AGENT.launch(Apps.app(folder, jar).withoutFence().env("OTEL_TRACES_EXPORTER", "blocking"));

    for (int i = 0; i < 10; i++) {
      assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
    }

    jvm.awaitErrorLine(line -> line.equals("acme blocks"));
    // The harness waits a minute for the end; the exporter would take forever.
    assertThat(jvm.stop()).isEqualTo(143);
    AGENT.expectErrorLine(jvm, "the JVM ends before the last spans are exported to blocking");
  }

  @Test
  void metricsThatItSpoilsAreExportedWithoutIt() {
    Path jar =
        new Jar()
            .providing(AutoConfigurationCustomizerProvider.class, ThrowingCustomizer.class)
            .write(folder.resolve("throwing.jar"));
    AgentJvm jvm =
        AGENT.launch(Apps.app(folder, jar).metrics().env("OTEL_METRIC_EXPORT_INTERVAL", "50"));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    AGENT.receiver().awaitSpans(1);
    AGENT.receiver().claimAll();
    AGENT.expectErrorLine(jvm, "its customizer of meters is left out");
    AGENT.expectErrorLine(jvm, "does not say how it wants metrics");
    AGENT.expectErrorLine(jvm, "metrics cannot be exported");
    AGENT.expectErrorLine(jvm, "extension throwing.jar failed");
  }

  @Test
  void oneThatCallsSomebodyAtTheStartDoesNotBlindTheClient() {
    Path jar =
        new Jar()
            .providing(ResourceProvider.class, BrokenProviders.Calling.class)
            .write(folder.resolve("calling.jar"));
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.app(folder, jar)
                  .metrics()
                  .env("OTEL_METRIC_EXPORT_INTERVAL", "50")
                  .jvmArgs("-Dacme.url=" + farEnd.url("/start")));
      farEnd.awaitRequests(1, it -> true);

      assertThat(jvm.callUnderSpan(null, "get", farEnd.url("/"))).isEqualTo("200");

      assertThat(AGENT.receiver().awaitSpans(2).get(0).resource())
          .containsEntry("acme.status", 200L);
      AGENT.receiver().awaitMetric("http.client.request.duration", it -> true);
      AGENT.receiver().claimAll();
    }
  }
}
