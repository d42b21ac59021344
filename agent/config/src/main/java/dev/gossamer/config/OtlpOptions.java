package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a signal gets to the collector. Every setting exists for all signals and for each; what is
 * said for the one wins, unless it is not valid. Immutable.
 */
public final class OtlpOptions {
  private static final String[] PROTOCOLS = {"http/protobuf", "grpc", "http/json"};

  static final Setting ENDPOINT =
      Setting.text(
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "http://localhost:4318",
          "Where the collector is; over HTTP, `v1/traces`, `v1/metrics` or `v1/logs` is added to its"
              + " path. With `grpc` the default is `http://localhost:4317`");
  static final Setting PROTOCOL =
      Setting.choice(
          "OTEL_EXPORTER_OTLP_PROTOCOL",
          "http/protobuf",
          "How the collector is spoken to. Without it, an endpoint with port 4317 is spoken to in"
              + " `grpc` at first, and where the answer shows that it is the other one, in that: a"
              + " line tells what to set; `http/json` is accepted, and `http/protobuf` used in its"
              + " place",
          PROTOCOLS);
  static final Setting HEADERS =
      Setting.map(
              "OTEL_EXPORTER_OTLP_HEADERS",
              "Headers of every request to the collector, values percent-decoded; never printed")
          .secret();
  static final Setting TIMEOUT =
      Setting.duration(
          "OTEL_EXPORTER_OTLP_TIMEOUT",
          10_000,
          0,
          Integer.MAX_VALUE,
          "Longest time a batch may take, retries included; 0: no limit");
  static final Setting COMPRESSION =
      Setting.choice(
          "OTEL_EXPORTER_OTLP_COMPRESSION", "none", "Compression of requests", "none", "gzip");
  static final Setting INSECURE =
      Setting.bool(
          "OTEL_EXPORTER_OTLP_INSECURE",
          true,
          "`false`: an endpoint without a scheme means https, not http");
  static final Setting CERTIFICATE =
      Setting.text(
          "OTEL_EXPORTER_OTLP_CERTIFICATE",
          null,
          "PEM file of the certificates to trust, in place of those of the JVM; read again when it"
              + " has changed");
  static final Setting CLIENT_KEY =
      Setting.text(
          "OTEL_EXPORTER_OTLP_CLIENT_KEY",
          null,
          "PEM file of the client's private key: PKCS#8, PKCS#1 or SEC1; read again when it has"
              + " changed");
  static final Setting CLIENT_CERTIFICATE =
      Setting.text(
          "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", null, "PEM file of the client's certificate");

  private static final Setting[] OF_ALL_SIGNALS = {
    ENDPOINT,
    PROTOCOL,
    HEADERS,
    TIMEOUT,
    COMPRESSION,
    INSECURE,
    CERTIFICATE,
    CLIENT_KEY,
    CLIENT_CERTIFICATE
  };

  private final Settings settings;
  private final OtlpSignal signal;
  private final String endpoint;
  private final String httpEndpoint;
  private final boolean chosen;
  private final boolean grpc;
  private final Map<String, String> headers;
  private final long timeoutMillis;
  private final boolean gzip;

  private OtlpOptions(Settings settings, OtlpSignal signal) {
    this.settings = settings;
    this.signal = signal;
    String protocol = choice(settings, signal.protocol, PROTOCOL);
    if (protocol.equals("http/json")) {
      settings.complain(
          settings.firstSet(signal.protocol, PROTOCOL), "http/protobuf or grpc", "http/protobuf");
    }
    boolean insecure = settings.bool(settings.firstSet(signal.insecure, INSECURE));
    Endpoint found = Endpoint.of(settings, signal.endpoint, insecure);
    boolean asItIs = found != null;
    if (found == null) {
      found = Endpoint.of(settings, ENDPOINT, insecure);
    }
    chosen = settings.isSet(PROTOCOL) || settings.isSet(signal.protocol);
    grpc = protocol.equals("grpc") || !chosen && found != null && found.port() == 4317;
    if (grpc && !chosen) {
      AgentLog.debug("no protocol is set and the port is 4317: using grpc");
    }
    if (found == null) {
      httpEndpoint = "http://localhost:4318/" + signal.path();
      endpoint = grpc ? "http://localhost:4317" : httpEndpoint;
    } else {
      // An endpoint for gRPC has no path: as it is, it would be nowhere over HTTP.
      boolean complete = asItIs && !(grpc && found.isRoot());
      httpEndpoint = complete ? found.url() : found.urlWith(signal.path());
      endpoint = grpc ? found.url() : httpEndpoint;
    }
    headers = settings.map(settings.firstSet(signal.headers, HEADERS));
    timeoutMillis =
        settings.isSet(signal.timeout)
            ? settings.millis(signal.timeout, settings.millis(TIMEOUT))
            : settings.millis(TIMEOUT);
    gzip = choice(settings, signal.compression, COMPRESSION).equals("gzip");
  }

  private static String choice(Settings settings, Setting one, Setting all) {
    String chosen = settings.choice(one);
    if (chosen == null) {
      chosen = settings.choice(all);
    }
    return chosen == null ? "" : chosen;
  }

  /** Those of all signals, then those of each. */
  static Setting[] all() {
    List<Setting> all = new ArrayList<>(Arrays.asList(OF_ALL_SIGNALS));
    for (OtlpSignal signal : OtlpSignal.values()) {
      Collections.addAll(all, signal.settings());
    }
    return all.toArray(new Setting[0]);
  }

  /** Reads those of a signal. */
  public static OtlpOptions from(Settings settings, OtlpSignal signal) {
    return new OtlpOptions(settings, signal);
  }

  /** A URL with scheme http or https, ready to be used. */
  public String endpoint() {
    return endpoint;
  }

  /** The endpoint as it may be printed: without a password. */
  public String shownEndpoint() {
    return Endpoint.withoutUser(endpoint);
  }

  /** Whether to speak gRPC, rather than HTTP with protobuf. */
  public boolean grpc() {
    return grpc;
  }

  /**
   * Whether the user says which protocol to speak. Else it is a guess, and another one may be
   * spoken where the collector turns out to.
   */
  public boolean isProtocolSet() {
    return chosen;
  }

  /** The endpoint for HTTP with protobuf, also where gRPC is to be spoken. */
  public String httpEndpoint() {
    return httpEndpoint;
  }

  /** Service and method for gRPC, also where it is not to be spoken. */
  public String grpcMethod() {
    return signal.grpcMethod();
  }

  /**
   * What to set so that the collector at this endpoint is spoken to in one of the protocols: {@code
   * OTEL_EXPORTER_OTLP_PROTOCOL=grpc}, by the name that the user used.
   */
  public String remedy(boolean toGrpc) {
    Setting byEndpoint = settings.isSet(signal.endpoint) ? signal.protocol : PROTOCOL;
    Setting setting = chosen ? settings.firstSet(signal.protocol, PROTOCOL) : byEndpoint;
    String protocol = settings.nameOf(setting) + "=" + (toGrpc ? "grpc" : "http/protobuf");
    boolean moved = !toGrpc && settings.isSet(signal.endpoint) && !httpEndpoint.equals(endpoint);
    return moved
        ? protocol
            + " and "
            + settings.nameOf(signal.endpoint)
            + "="
            + Endpoint.withoutUser(httpEndpoint)
        : protocol;
  }

  /** Header names and values. Secret. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Milliseconds; 0 for no limit. */
  public long timeoutMillis() {
    return timeoutMillis;
  }

  /** Whether requests are compressed. */
  public boolean gzip() {
    return gzip;
  }

  /** Path of the certificates to trust, or null. */
  public @Nullable String certificate() {
    return settings.text(settings.firstSet(signal.certificate, CERTIFICATE));
  }

  /** Path of the client's private key, or null. */
  public @Nullable String clientKey() {
    return settings.text(settings.firstSet(signal.clientKey, CLIENT_KEY));
  }

  /** Path of the client's certificate, or null. */
  public @Nullable String clientCertificate() {
    return settings.text(settings.firstSet(signal.clientCertificate, CLIENT_CERTIFICATE));
  }

  /** Says that the file of {@link #certificate} is not used. */
  public void rejectCertificate(String why) {
    settings.warn(
        settings.firstSet(signal.certificate, CERTIFICATE),
        "is not used ("
            + Words.shown(why)
            + "); the certificates of the JVM are trusted."
            + " Expected a readable PEM file of X.509 certificates");
  }

  /** Says that what has become of the file of {@link #certificate} is not used. */
  public void keepCertificate(String why) {
    settings.warn(
        settings.firstSet(signal.certificate, CERTIFICATE),
        "has changed and is not used ("
            + Words.shown(why)
            + "); the certificates it held before stay trusted");
  }

  /** Says that what has become of the client's key and certificate is not used. */
  public void keepClientKey(String why) {
    settings.warn(
        settings.firstSet(
            signal.clientKey, CLIENT_KEY, signal.clientCertificate, CLIENT_CERTIFICATE),
        "has changed and is not used ("
            + Words.shown(why)
            + "); the collector is shown the certificate of before");
  }

  /** Says that the client's key and certificate are not used. */
  public void rejectClientKey(String why) {
    Setting setting =
        settings.firstSet(
            signal.clientKey, CLIENT_KEY, signal.clientCertificate, CLIENT_CERTIFICATE);
    settings.warn(
        setting,
        "is not used ("
            + Words.shown(why)
            + "); the collector is told no client certificate."
            + " Expected OTEL_EXPORTER_OTLP_CLIENT_KEY and"
            + " OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE, both readable PEM files");
  }
}
