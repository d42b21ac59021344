package dev.gossamer.smoke.pipeline;

import dev.gossamer.smoke.pipeline.app.Service;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.app.TestApp;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The services whose telemetry goes through the pipeline. */
final class Services {
  private Services() {}

  /** What an image of the service has to hold. */
  static List<Path> classPath() {
    return List.of(home(Service.class), home(TestApp.class));
  }

  /** The agent under test. */
  static Path agent() {
    return Path.of(System.getProperty("gossamer.jar"));
  }

  /**
   * A service in a JVM of its own that exports all signals, with this environment and the agent
   * where that says it is.
   *
   * @param next the URL of the service it asks, if any
   */
  static AgentJvmBuilder service(Map<String, String> environment, String... next) {
    AgentJvmBuilder builder =
        AgentJvm.app(Service.class)
            .classPath(classPath())
            .withoutAgent()
            .metrics()
            .logs()
            .args("0")
            .args(next)
            .env("OTEL_METRIC_EXPORT_INTERVAL", "500")
            .env("OTEL_BLRP_SCHEDULE_DELAY", "10");
    environment.forEach(builder::env);
    return builder;
  }

  /** A trace id nobody has used. */
  static String newTraceId() {
    byte[] id = new byte[16];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /** Sends a request of this trace; the status of the answer. */
  static int get(int port, String path, String traceId) {
    return RawHttp.request("GET", path)
        .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
        .send(port)
        .status();
  }

  /** Sends a request of a trace of its own, whose id it returns. */
  static String send(int port, String path) {
    String traceId = newTraceId();
    get(port, path, traceId);
    return traceId;
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
