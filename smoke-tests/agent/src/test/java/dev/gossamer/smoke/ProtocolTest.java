package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.OtlpGrpcReceiver;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A collector that speaks the other protocol than its port, or the lack of settings, suggests. */
final class ProtocolTest {
  private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";

  @Nested
  final class Grpc {
    @RegisterExtension
    static final AgentExtension AGENT =
        AgentExtension.perTest().exportingTo(OtlpGrpcReceiver::start);

    @Test
    void isFoundForEverySignalAndToldOnce() {
      AgentJvm jvm =
          AGENT.launch(
              Apps.smoke()
                  .metrics()
                  .logs()
                  .withoutEnv(PROTOCOL)
                  .env("OTEL_METRIC_EXPORT_INTERVAL", "200"));

      assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");
      assertThat(jvm.call("log", "hello")).isEqualTo("logged");

      AGENT.traces().exactly(trace(span("GET /call").kind(SpanKind.SERVER).root()));
      AGENT.receiver().awaitMetric("http.server.request.duration", metric -> true);
      AGENT.receiver().awaitLog(log -> log.body().equals("hello"));
      assertThat(AGENT.expectErrorLine(jvm, "speaks gRPC")).contains(PROTOCOL + "=grpc settles it");
      assertThat(jvm.finish()).isZero();
      assertThat(warnings(jvm)).hasSize(1);
    }

    @Test
    void isNotSpokenToAgainstWhatTheUserSaid() {
      AgentJvm jvm = AGENT.launch(Apps.smoke().withoutFence().env(PROTOCOL, "http/protobuf"));

      assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

      assertThat(AGENT.expectErrorLine(jvm, "cannot be exported"))
          .contains("speaks gRPC", "set " + PROTOCOL + "=grpc");
      assertThat(jvm.finish()).isZero();
      assertThat(AGENT.receiver().spans()).isEmpty();
      assertThat(warnings(jvm)).hasSize(1);
    }
  }

  @Nested
  final class Http {
    @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

    @Test
    void isFoundOnThePortOfGrpc() throws Exception {
      BlockingQueue<String> paths = new LinkedBlockingQueue<>();
      HttpServer server = server();
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            paths.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      try {
        String address = server.getAddress().getAddress().getHostAddress() + ":4317";
        AgentJvm jvm =
            AGENT.launch(
                Apps.smoke()
                    .withoutFence()
                    .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://" + address));

        assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

        String path = paths.poll(60, TimeUnit.SECONDS);
        while (path != null && !path.equals("/v1/traces")) {
          // The JDK's server takes the preface of HTTP/2 for a request.
          path = paths.poll(60, TimeUnit.SECONDS);
        }
        assertThat(path).isEqualTo("/v1/traces");
        assertThat(AGENT.expectErrorLine(jvm, "speaks OTLP over HTTP"))
            .contains(address, PROTOCOL + "=http/protobuf settles it");
        assertThat(jvm.finish()).isZero();
        assertThat(warnings(jvm)).hasSize(1);
      } finally {
        server.stop(0);
      }
    }

    /** On a loopback address that nobody else on the machine uses. */
    private HttpServer server() throws IOException {
      long pid = ProcessHandle.current().pid();
      byte[] address = {127, (byte) (pid >> 14 | 1), (byte) (pid >> 7 & 127), (byte) (pid & 127)};
      InetAddress own = InetAddress.getByAddress(address);
      try {
        return HttpServer.create(new InetSocketAddress(own, 4317), 0);
      } catch (IOException e) {
        assumeTrue(false, "there is but one loopback address here: " + e);
        throw e;
      }
    }
  }

  private static List<String> warnings(AgentJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.startsWith("[gossamer] warning: ")).toList();
  }
}
