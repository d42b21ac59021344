package dev.gossamer.instrumentation.asynchttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.http.Http2FarEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Version 3 over HTTP/2. */
final class AsyncHttpClientHttp2Test {
  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.shared(
          () ->
              Versions.app("newest")
                  .jvmArgs(
                      "-Dorg.asynchttpclient.http2Enabled=true",
                      "-Dorg.asynchttpclient.http2CleartextEnabled=true"));

  @Test
  void everyExchangeIsOneSpan() throws Exception {
    try (Http2FarEnd farEnd = new Http2FarEnd(null)) {
      SpanRecord first = send("POST", farEnd.url("/first"));
      SpanRecord second = send("GET", farEnd.url("/second"));

      assertThat(farEnd.received())
          .extracting(it -> it.protocol() + " " + it.parent())
          .containsExactly(carried(first), carried(second));
    }
  }

  /** The client span. */
  private static SpanRecord send(String method, String url) {
    assertThat(AGENT.jvm().callUnderSpan(null, "send", method, url)).isEqualTo("200");
    return AGENT
        .traces()
        .exactly(
            trace(
                span().kind(SERVER).root(),
                span(method)
                    .kind(CLIENT)
                    .childOf(0)
                    .attribute("url.full", url)
                    .attribute("http.response.status_code", 200)
                    .attribute("network.protocol.version", "2")))
        .get(0)
        .spans()
        .get(1);
  }

  private static String carried(SpanRecord client) {
    return "HTTP/2.0 " + client.traceId() + "-" + client.spanId();
  }
}
