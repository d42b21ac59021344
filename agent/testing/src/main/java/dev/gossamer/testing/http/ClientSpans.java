package dev.gossamer.testing.http;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;

import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanStatus;
import java.net.URI;

/** The spans that the client contract expects. */
final class ClientSpans {
  /** The trace of the caller in the test. */
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  /** The span of the caller in the test. */
  static final String CALLER = "b7ad6b7169203331";

  private ClientSpans() {}

  /** The span of the control endpoint, below the caller in the test. */
  static SpanExpectation caller() {
    return span().kind(SERVER).traceId(TRACE).parent(CALLER);
  }

  /** The span of the call that a callback makes. */
  static SpanExpectation after(String url) {
    return span("GET").kind(CLIENT).attribute("url.full", url);
  }

  /** A client span of an answered request: everything the conventions ask for, nothing else. */
  static SpanExpectation client(String method, ClientFarEnd farEnd, String path, int status) {
    return span(method.equals("_OTHER") ? "HTTP" : method)
        .kind(CLIENT)
        .attribute("http.request.method", method)
        .attribute("url.full", farEnd.url(path))
        .attribute("server.address", "localhost")
        .attribute("server.port", farEnd.server().port())
        .attribute("http.response.status_code", status)
        .mayHaveAttributes("network.peer.address", "network.peer.port")
        .matching(
            "schema URL of the semantic conventions",
            actual -> actual.schemaUrl().startsWith("https://opentelemetry.io/schemas/1."))
        .noOtherAttributes();
  }

  /** A client span of a request without an answer; the result says what the client threw. */
  static SpanExpectation failed(String method, String url, String result) {
    String type = result.substring("threw ".length());
    URI uri = URI.create(url);
    SpanExpectation span =
        span(method)
            .kind(CLIENT)
            .childOf(0)
            .attribute("url.full", url)
            .attribute("http.request.method", method)
            .attribute("server.address", uri.getHost())
            .error(type)
            .anyEvents()
            .matching(
                "one exception event of type " + type,
                actual ->
                    actual.events().size() == 1
                        && type.equals(actual.events().get(0).attributes().get("exception.type")));
    return url.contains("/circular-redirect")
        ? span.status(SpanStatus.ERROR)
        : span.noAttributes("http.response.status_code");
  }
}
