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
    return new OtlpSpanExporter(
        client(options, "opentelemetry.proto.collector.trace.v1.TraceService/Export", listener));
  }

  /**
   * @param grpcMethod which method takes what is sent, if it goes by gRPC
   */
  static OtlpClient client(OtlpOptions options, String grpcMethod, TransportListener listener) {
    OtlpSending sending = new OtlpSending(options, grpcMethod);
    return options.grpc() ? Transports.grpc(sending, listener) : Transports.http(sending, listener);
  }

  /** The agent first, then what the specification asks every exporter to say. */
  static String userAgent() {
    String sdk =
        Resource.getDefault().getAttribute(AttributeKey.stringKey("telemetry.sdk.version"));
    return "Gossamer/" + Version.AGENT + " OTel-OTLP-Exporter-Java/" + sdk;
  }
}
