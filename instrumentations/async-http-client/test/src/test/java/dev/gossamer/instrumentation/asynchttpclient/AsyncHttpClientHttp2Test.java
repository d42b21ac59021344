package dev.gossamer.instrumentation.asynchttpclient;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.SpanKind.SERVER;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.TraceRecord;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  private final Server server = new Server();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private int port;

  @BeforeEach
  void startServer() throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    ServerConnector connector =
        new ServerConnector(
            server,
            new HttpConnectionFactory(configuration),
            new HTTP2CServerConnectionFactory(configuration));
    connector.setHost("localhost");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            List<String> contexts = request.getHeaders().getValuesList("traceparent");
            // Without its flags: one of them is random where the trace is.
            received.add(
                request.getConnectionMetaData().getProtocol()
                    + " "
                    + contexts.size()
                    + " "
                    + contexts.get(0).substring(0, "00-".length() + 32 + 1 + 16));
            // Jetty fails an answer that leaves a part of the request unread.
            Content.Source.consumeAll(request, callback);
            return true;
          }
        });
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void stopServer() throws Exception {
    server.stop();
  }

  @Test
  void everyExchangeIsOneSpan() {
    assertThat(AGENT.jvm().callUnderSpan(null, "send", "POST", url("/first"))).isEqualTo("200");
    assertCarried(
        AGENT.traces().exactly(trace(span().kind(SERVER).root(), client("POST", "/first"))).get(0));
    received.clear();
    assertThat(AGENT.jvm().callUnderSpan(null, "send", "GET", url("/second"))).isEqualTo("200");
    assertCarried(
        AGENT.traces().exactly(trace(span().kind(SERVER).root(), client("GET", "/second"))).get(0));
  }

  private void assertCarried(TraceRecord trace) {
    SpanRecord client = trace.spans().get(1);
    assertThat(received)
        .containsExactly("HTTP/2.0 1 00-" + client.traceId() + "-" + client.spanId());
  }

  private String url(String path) {
    return "http://localhost:" + port + path;
  }

  private SpanExpectation client(String method, String path) {
    return span(method)
        .kind(CLIENT)
        .childOf(0)
        .attribute("url.full", url(path))
        .attribute("http.response.status_code", 200)
        .attribute("network.protocol.version", "2");
  }
}
