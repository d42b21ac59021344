package dev.gossamer.telemetry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Failures;
import dev.gossamer.config.Settings;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What extensions do to log records, with the SDK's own loggers. */
class LogExtensionsTest {
  @TempDir Path folder;

  @Test
  void exportersAndCustomizersTakePartAndWhatTheyThrowDoesNotReachTheCaller() throws IOException {
    Path jar = jar(folder.resolve("logs.jar"));
    Extensions extensions =
        Objects.requireNonNull(
            Extensions.load(List.of(jar.toString()), Settings.of(Map.of(), Map.of())));
    assertThat(extensions.logExporter("unheard-of")).isNull();
    LogRecordExporter exporter = Objects.requireNonNull(extensions.logExporter("acme"));
    Recorded recorded = new Recorded();

    try (SdkLoggerProvider loggers =
        extensions
            .customized(
                SdkLoggerProvider.builder()
                    .addLogRecordProcessor(
                        extensions.customized(
                            SimpleLogRecordProcessor.create(extensions.customized(recorded)))))
            .build()) {
      loggers.get("test").logRecordBuilder().setBody("hello").emit();
    }

    assertThat(recorded.bodies).containsExactly("hello");
    assertThat(exporter.flush().isSuccess()).isTrue();
    // Of the processor around ours, and of the one beside it.
    assertThat(Failures.count("logs.jar")).isEqualTo(2);
  }

  private static Path jar(Path file) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      String service = "META-INF/services/io.opentelemetry.sdk.autoconfigure.spi.";
      out.putNextEntry(new ZipEntry(service + "AutoConfigurationCustomizerProvider"));
      out.write(Customizer.class.getName().getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(service + "logs.ConfigurableLogRecordExporterProvider"));
      out.write(Provider.class.getName().getBytes(StandardCharsets.UTF_8));
      for (Class<?> type :
          List.of(Customizer.class, Provider.class, Recorded.class, Throwing.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        URL resource = type.getClassLoader().getResource(name);
        try (var in = resource.openStream()) {
          out.write(in.readAllBytes());
        }
      }
    }
    return file;
  }

  /** Adds a processor that throws, around the agent's and beside it. */
  public static final class Customizer implements AutoConfigurationCustomizerProvider {
    @Override
    public void customize(AutoConfigurationCustomizer it) {
      it.addLogRecordProcessorCustomizer(
              (processor, config) -> LogRecordProcessor.composite(processor, new Throwing()))
          .addLoggerProviderCustomizer(
              (builder, config) -> builder.addLogRecordProcessor(new Throwing()))
          .addLogRecordExporterCustomizer((exporter, config) -> exporter);
    }
  }

  /** Brings an exporter. */
  public static final class Provider implements ConfigurableLogRecordExporterProvider {
    @Override
    public LogRecordExporter createExporter(ConfigProperties config) {
      return new Recorded();
    }

    @Override
    public String getName() {
      return "acme";
    }
  }

  static final class Throwing implements LogRecordProcessor {
    @Override
    public void onEmit(Context context, ReadWriteLogRecord record) {
      throw new IllegalStateException("acme throws");
    }
  }

  static final class Recorded implements LogRecordExporter {
    final List<String> bodies = new ArrayList<>();

    @Override
    public CompletableResultCode export(Collection<LogRecordData> records) {
      records.forEach(record -> bodies.add(String.valueOf(record.getBodyValue().asString())));
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
