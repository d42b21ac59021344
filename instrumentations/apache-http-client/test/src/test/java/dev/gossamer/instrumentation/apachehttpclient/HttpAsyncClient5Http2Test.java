package dev.gossamer.instrumentation.apachehttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.http.Http2FarEnd;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The asynchronous HttpClient 5 over HTTP/2. */
final class HttpAsyncClient5Http2Test {
  @RegisterExtension
  static final AgentExtension AGENT = AgentExtension.shared(AsyncClient5App.class);

  @Test
  void everyExchangeIsOneSpan() throws Exception {
    try (Http2FarEnd farEnd = new Http2FarEnd(null)) {
      String first = farEnd.url("/first");
      String second = farEnd.url("/second");

      assertThat(AGENT.jvm().callUnderSpan(null, "http2", first, second)).isEqualTo("200 200");

      List<SpanRecord> spans =
          AGENT
              .traces()
              .exactly(
                  trace(span().kind(SERVER).root(), client("POST", first), client("GET", second)))
              .get(0)
              .spans();
      assertThat(farEnd.received())
          .extracting(it -> it.protocol() + " " + it.parent())
          .containsExactly(carried(spans.get(1)), carried(spans.get(2)));
    }
  }

  private static String carried(SpanRecord client) {
    return "HTTP/2.0 " + client.traceId() + "-" + client.spanId();
  }

  private static SpanExpectation client(String method, String url) {
    return span(method)
        .kind(CLIENT)
        .childOf(0)
        .attribute("url.full", url)
        .attribute("http.response.status_code", 200)
        .attribute("network.protocol.version", "2");
  }
}
