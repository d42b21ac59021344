package dev.gossamer.config;

import java.util.List;

/** What the HTTP family records. Immutable. */
public final class HttpOptions {
  static final Setting KNOWN_METHODS =
      Setting.list(
              "OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS",
              "CONNECT,DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,QUERY,TRACE",
              "Request methods that are recorded by name, in the place of the default ones; any"
                  + " other becomes `_OTHER`")
          .property("otel.instrumentation.http.known-methods");
  static final Setting SERVER_REQUEST_HEADERS =
      headers("SERVER", "server", "REQUEST", "request", "server spans");
  static final Setting SERVER_RESPONSE_HEADERS =
      headers("SERVER", "server", "RESPONSE", "response", "server spans");
  static final Setting CLIENT_REQUEST_HEADERS =
      headers("CLIENT", "client", "REQUEST", "request", "client spans");
  static final Setting CLIENT_RESPONSE_HEADERS =
      headers("CLIENT", "client", "RESPONSE", "response", "client spans");

  static final Setting SERVER_EXCLUDE =
      Setting.list(
          "GOSSAMER_HTTP_SERVER_EXCLUDE",
          "",
          "Paths of requests that give no span, and nothing below them either, such as"
              + " `/health,/static/*`; `*` stands for any text; what such a request calls is told"
              + " that it is not sampled");
  static final Setting TRACE_RESPONSE =
      Setting.list(
          "GOSSAMER_HTTP_SERVER_TRACE_RESPONSE",
          "",
          "Response headers that tell the caller the trace: `traceresponse` (W3C),"
              + " `server-timing` (readable for scripts in a browser)",
          "traceresponse",
          "server-timing");

  static final Setting[] ALL = {
    KNOWN_METHODS,
    SERVER_EXCLUDE,
    TRACE_RESPONSE,
    SERVER_REQUEST_HEADERS,
    SERVER_RESPONSE_HEADERS,
    CLIENT_REQUEST_HEADERS,
    CLIENT_RESPONSE_HEADERS
  };

  private final Settings settings;

  private HttpOptions(Settings settings) {
    this.settings = settings;
  }

  /** Reads them. */
  public static HttpOptions from(Settings settings) {
    return new HttpOptions(settings);
  }

  /** Methods that may stand in span names; case-sensitive. */
  public List<String> knownMethods() {
    return settings.list(KNOWN_METHODS);
  }

  /** Paths whose requests give no spans, with {@code *}; empty for none. */
  public List<String> serverExclusions() {
    return settings.list(SERVER_EXCLUDE);
  }

  /** Which headers tell the caller the trace: {@code traceresponse}, {@code server-timing}. */
  public List<String> traceResponse() {
    return settings.list(TRACE_RESPONSE);
  }

  /** Request headers to put on server spans; names may hold {@code *}. */
  public List<String> serverRequestHeaders() {
    return settings.list(SERVER_REQUEST_HEADERS);
  }

  /** Response headers to put on server spans; names may hold {@code *}. */
  public List<String> serverResponseHeaders() {
    return settings.list(SERVER_RESPONSE_HEADERS);
  }

  /** Request headers to put on client spans; names may hold {@code *}. */
  public List<String> clientRequestHeaders() {
    return settings.list(CLIENT_REQUEST_HEADERS);
  }

  /** Response headers to put on client spans; names may hold {@code *}. */
  public List<String> clientResponseHeaders() {
    return settings.list(CLIENT_RESPONSE_HEADERS);
  }

  private static Setting headers(
      String side, String sideLower, String message, String messageLower, String spans) {
    return Setting.list(
            "OTEL_INSTRUMENTATION_HTTP_" + side + "_CAPTURE_" + message + "_HEADERS",
            "",
            "Names of "
                + messageLower
                + " headers to put on "
                + spans
                + "; `*` stands for any text")
        .property(
            "otel.instrumentation.http." + sideLower + ".capture-" + messageLower + "-headers");
  }
}
