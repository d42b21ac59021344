package dev.gossamer.smoke.extensions;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.app.TestApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.app.App;
import org.example.app.AppLogManager;
import org.example.extension.AcmeCustomizer;
import org.example.extension.AcmeLogRecordExporterProvider;
import org.example.extension.AcmeMetricExporterProvider;
import org.example.extension.AcmePropagatorProvider;
import org.example.extension.AcmeResourceProvider;
import org.example.extension.AcmeSamplerProvider;
import org.example.extension.AcmeSpanExporterProvider;

/** The application under test, whose class path holds nothing of OpenTelemetry or of extensions. */
final class Apps {
  private Apps() {}

  /**
   * With these extensions.
   *
   * @param folder for the application's own files
   */
  static AgentJvmBuilder app(Path folder, Path... extensions) {
    Path classes =
        new Jar().with(App.class, appLog(), AppLogManager.class).write(folder.resolve("app.jar"));
    List<String> paths = new ArrayList<>();
    for (Path extension : extensions) {
      paths.add(extension.toString());
    }
    AgentJvmBuilder builder =
        AgentJvm.app(App.class)
            .classPath(
                List.of(
                    classes,
                    Jar.home(TestApp.class),
                    Jar.home(org.slf4j.Logger.class),
                    Jar.home(ch.qos.logback.classic.Logger.class),
                    Jar.home(ch.qos.logback.core.Context.class)))
            .jvmArgs("-Dacme.file=" + told(folder));
    return paths.isEmpty()
        ? builder
        : builder.env("OTEL_JAVAAGENT_EXTENSIONS", String.join(",", paths));
  }

  /** What extensions write. */
  static Path told(Path folder) {
    return folder.resolve("told.txt").toAbsolutePath();
  }

  /** All providers that work. */
  static Path acme(Path folder) {
    return providers().write(folder.resolve("acme.jar"));
  }

  static Jar providers() {
    String spi = "io.opentelemetry.sdk.autoconfigure.spi.";
    return acmeOnly()
        .with(
            AcmeSamplerProvider.class,
            AcmeSpanExporterProvider.class,
            AcmeMetricExporterProvider.class,
            AcmeLogRecordExporterProvider.class,
            AcmePropagatorProvider.class,
            AcmeResourceProvider.class)
        .providing(spi + "traces.ConfigurableSamplerProvider", AcmeSamplerProvider.class.getName())
        .providing(
            spi + "traces.ConfigurableSpanExporterProvider",
            AcmeSpanExporterProvider.class.getName())
        .providing(
            spi + "metrics.ConfigurableMetricExporterProvider",
            AcmeMetricExporterProvider.class.getName())
        .providing(
            spi + "logs.ConfigurableLogRecordExporterProvider",
            AcmeLogRecordExporterProvider.class.getName())
        .providing(spi + "ConfigurablePropagatorProvider", AcmePropagatorProvider.class.getName())
        .providing(spi + "ResourceProvider", AcmeResourceProvider.class.getName());
  }

  /** The one that customizes everything. */
  static Path customizer(Path folder) {
    return acmeOnly()
        .with(AcmeCustomizer.class)
        .providing(
            "io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider",
            AcmeCustomizer.class.getName())
        .write(folder.resolve("customizer.jar"));
  }

  private static Class<?> appLog() {
    return hidden("org.example.app.AppLog");
  }

  private static Jar acmeOnly() {
    return new Jar().with(hidden("org.example.extension.Acme"));
  }

  private static Class<?> hidden(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
