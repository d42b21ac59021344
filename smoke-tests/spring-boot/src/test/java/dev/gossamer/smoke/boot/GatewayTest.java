package dev.gossamer.smoke.boot;

import static dev.gossamer.testing.SpanKind.CLIENT;
import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.boot.gateway.GatewayApplication;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordedRequest;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.TraceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Netty under WebFlux under the gateway, and Netty again on the way out: two spans. */
final class GatewayTest {
  @Nested
  @Tag("older-version")
  final class Gateway3 extends Gateway {
    Gateway3() {
      super("gateway-3");
    }
  }

  @Nested
  final class Gateway4 extends Gateway {
    Gateway4() {
      super("gateway-4");
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Gateway {
    @RegisterExtension final AgentExtension agent;

    private final RecordingServer farEnd = RecordingServer.start();
    private final int closed = closedPort();

    Gateway(String libraries) {
      agent =
          AgentExtension.shared(
              () ->
                  AgentJvm.app(GatewayApplication.class)
                      .libraries(libraries)
                      .args(farEnd.url(""), "http://localhost:" + closed));
    }

    @BeforeEach
    void forget() {
      farEnd.clear();
    }

    @AfterAll
    void stop() {
      farEnd.close();
    }

    @Test
    void namesTheRouteAndCarriesTheTraceOn() {
      assertThat(BootContract.get("/owners/2").send(agent.port()).status()).isEqualTo(200);
      TraceRecord trace =
          agent
              .traces()
              .exactly(
                  trace(
                      BootContract.server("/owners/{ownerId}", 200).root(),
                      client("/shop/owners/2").childOf(0)))
              .get(0);
      RecordedRequest carried = farEnd.requests().get(0);
      assertThat(carried.traceId()).isEqualTo(trace.traceId());
      assertThat(carried.spanId()).isEqualTo(trace.spans().get(1).spanId());
    }

    @Test
    void namesNoRouteOfWhatNothingMatches() {
      assertThat(BootContract.get("/nowhere").send(agent.port()).status()).isEqualTo(404);
      agent.traces().exactly(trace(span("GET").root().noAttributes("http.route")));
    }

    @Test
    void showsATargetThatIsDown() {
      assertThat(BootContract.get("/errands/1").send(agent.port()).status()).isEqualTo(500);
      agent
          .traces()
          .exactly(
              trace(
                  span("GET /shop/errands/**").root().error("500").anyEvents(),
                  span("GET")
                      .kind(CLIENT)
                      .childOf(0)
                      .attribute("server.port", closed)
                      .status(SpanStatus.ERROR)
                      .hasAttributes("error.type")
                      .anyEvents()));
    }

    @Test
    void keepsConcurrentRequestsApart() throws Exception {
      ExecutorService executor = Executors.newFixedThreadPool(10);
      try {
        List<Callable<RawHttp.Response>> requests = new ArrayList<>();
        List<TraceExpectation> expected = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
          String traceId = String.format("%032x", i);
          String parent = String.format("%016x", i);
          RawHttp request =
              BootContract.get("/owners/" + i)
                  .header("traceparent", "00-" + traceId + "-" + parent + "-01");
          requests.add(() -> request.send(agent.port()));
          expected.add(
              trace(
                  BootContract.server("/owners/{ownerId}", 200).traceId(traceId).parent(parent),
                  client("/shop/owners/" + i).childOf(0)));
        }
        for (Future<RawHttp.Response> response : executor.invokeAll(requests)) {
          assertThat(response.get().status()).isEqualTo(200);
        }
        agent.traces().exactly(expected);
      } finally {
        executor.shutdownNow();
      }
    }

    private SpanExpectation client(String path) {
      return span("GET")
          .kind(CLIENT)
          .attribute("url.full", farEnd.url(path))
          .attribute("http.response.status_code", 200);
    }

    private static int closedPort() {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
