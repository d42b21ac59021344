package dev.gossamer.telemetry;

import dev.gossamer.api.Version;
import dev.gossamer.config.OtlpOptions;
import dev.gossamer.telemetry.recording.OtlpSpanExporter;
import dev.gossamer.telemetry.transport.OtlpClient;
import dev.gossamer.telemetry.transport.TransportListener;
import dev.gossamer.telemetry.transport.Transports;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** What the agent's own OTLP exporters send with, over the agent's own sockets. */
final class OtlpExporters {
  private OtlpExporters() {}

  static SpanExporter of(OtlpOptions options, TransportListener listener) {
    return new OtlpSpanExporter(client(options, listener));
  }

  static OtlpClient client(OtlpOptions options, TransportListener listener) {
    OtlpSending sending = new OtlpSending(options);
    return options.grpc()
        ? Transports.grpc(sending, options, listener)
        : Transports.http(sending, options, listener);
  }

  /** The agent first, then what the specification asks every exporter to say. */
  static String userAgent() {
    String sdk =
        Resource.getDefault().getAttribute(AttributeKey.stringKey("telemetry.sdk.version"));
    return "Gossamer/" + Version.AGENT + " OTel-OTLP-Exporter-Java/" + sdk;
  }
}
