package dev.gossamer.config;

import java.util.Locale;

/** What is exported, with the settings that hold for it alone. */
public enum OtlpSignal {
  /** Spans. */
  TRACES,
  /** Measurements. */
  METRICS,
  /** Log records. */
  LOGS;

  final Setting endpoint;
  final Setting protocol;
  final Setting headers;
  final Setting timeout;
  final Setting compression;
  final Setting insecure;
  final Setting certificate;
  final Setting clientKey;
  final Setting clientCertificate;

  private final String path;
  private final String grpcMethod;

  OtlpSignal() {
    String signal = name().toLowerCase(Locale.ROOT);
    String prefix = "OTEL_EXPORTER_OTLP_" + name() + '_';
    String same = "The same for " + signal;
    path = "v1/" + signal;
    String kind = signal.equals("traces") ? "trace" : signal;
    String service = name().charAt(0) + kind.substring(1) + "Service";
    grpcMethod = "opentelemetry.proto.collector." + kind + ".v1." + service + "/Export";
    endpoint = Setting.text(prefix + "ENDPOINT", null, same + ", used as it is");
    protocol =
        Setting.choice(prefix + "PROTOCOL", null, same, "http/protobuf", "grpc", "http/json");
    headers = Setting.map(prefix + "HEADERS", same + ", in place of the others").secret();
    timeout = Setting.duration(prefix + "TIMEOUT", 10_000, 0, Integer.MAX_VALUE, same);
    compression = Setting.choice(prefix + "COMPRESSION", null, same, "none", "gzip");
    insecure = Setting.bool(prefix + "INSECURE", true, same);
    certificate = Setting.text(prefix + "CERTIFICATE", null, same);
    clientKey = Setting.text(prefix + "CLIENT_KEY", null, same);
    clientCertificate = Setting.text(prefix + "CLIENT_CERTIFICATE", null, same);
  }

  /** What is added to the endpoint of all signals: {@code v1/traces}. */
  String path() {
    return path;
  }

  /** Service and method in gRPC (opentelemetry-proto, collector). */
  String grpcMethod() {
    return grpcMethod;
  }

  Setting[] settings() {
    return new Setting[] {
      endpoint,
      protocol,
      headers,
      timeout,
      compression,
      insecure,
      certificate,
      clientKey,
      clientCertificate
    };
  }
}
