package dev.gossamer.instrumentation.okhttp;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.TraceRecord;
import org.junit.jupiter.api.Test;

/** What came after 3.0. */
abstract class NewerCallsContract extends CallsContract {
  NewerCallsContract(String version) {
    super(version);
  }

  @Override
  AgentJvmBuilder application() {
    return super.application().args("newer");
  }

  @Test
  void aRetryAfterATimeoutOfTheServerIsASendOfItsOwn() {
    assertThat(under("send", "GET", farEnd.url("/timeout"))).isEqualTo("200");
    TraceRecord trace =
        agent
            .traces()
            .exactly(
                trace(
                    server(),
                    sent("/timeout", 408).childOf(0).error("408"),
                    resent(1, "/timeout", 200).childOf(0)))
            .get(0);
    assertForwarded(trace);
  }

  @Test
  void aCallThatTakesTooLongIsAnError() {
    String type = "java.io.InterruptedIOException";
    assertThat(under("call-timeout", farEnd.url("/silent"))).isEqualTo("threw " + type);
    agent
        .traces()
        .exactly(
            trace(server(), sent("/silent").childOf(0).error(type).exception(type, "timeout")));
  }

  @Test
  void requestsOfOneHttp2ConnectionCarryTheirOwnContexts() {
    String[] contexts = under("http2").split(" ");
    SpanExpectation first = http2();
    TraceRecord trace = agent.traces().exactly(trace(server(), first, http2())).get(0);
    for (int i = 0; i < 2; i++) {
      assertThat(contexts[i])
          .startsWith("00-" + trace.traceId() + "-" + trace.spans().get(i + 1).spanId());
    }
  }

  @Test
  void aWebSocketOpensWithASpanAndItsListenerRunsBelowTheCaller() {
    assertThat(under("web-socket", farEnd.url("/opened"))).isEqualTo("echo hello");
    agent
        .traces()
        .exactly(
            trace(
                server(),
                span("GET").kind(CLIENT).childOf(0).attribute("http.response.status_code", 101),
                sent("/opened", 200).childOf(0)));
  }

  private static SpanExpectation http2() {
    return span("GET")
        .kind(CLIENT)
        .childOf(0)
        .attribute("http.response.status_code", 200)
        .attribute("network.protocol.version", "2");
  }
}
