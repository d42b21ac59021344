package dev.gossamer.telemetry.recording;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What the SDK's own exporters send. */
final class SdkBytes {
  private SdkBytes() {}

  static byte[] of(Collection<SpanData> spans) {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setComponentLoader(loader(sent)).build()) {
      exporter.export(spans);
    }
    return sent.toByteArray();
  }

  static byte[] ofLogs(Collection<LogRecordData> records) {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (OtlpHttpLogRecordExporter exporter =
        OtlpHttpLogRecordExporter.builder().setComponentLoader(loader(sent)).build()) {
      exporter.export(records);
    }
    return sent.toByteArray();
  }

  private static ComponentLoader loader(ByteArrayOutputStream sent) {
    HttpSenderProvider provider = config -> new Recording(sent);
    return new ComponentLoader() {
      @Override
      public <T> Iterable<T> load(Class<T> type) {
        return type == HttpSenderProvider.class ? List.of(type.cast(provider)) : List.of();
      }
    };
  }

  private record Recording(ByteArrayOutputStream sent) implements HttpSender {
    @Override
    public void send(
        MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
      try {
        message.writeMessage(sent);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
