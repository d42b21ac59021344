package dev.gossamer.instrumentation.asynchttpclient;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;

/** An application with one version of AsyncHttpClient. */
final class Versions {
  private Versions() {}

  static AgentJvmBuilder app(String variant) {
    AgentJvmBuilder app = AgentJvm.app(AsyncHttpClientApp.class).libraries(variant);
    if (variant.equals("oldest")) {
      // Of Netty 4.0 the agent says that it leaves it alone.
      app.env("OTEL_INSTRUMENTATION_NETTY_ENABLED", "false");
    }
    // Newer Java warns of what Netty 4.1 does with it.
    return app.jvmArgs("-Dio.netty.noUnsafe=true");
  }

  /** The same, with clients that wait two seconds for a connection and for an answer. */
  static AgentJvmBuilder impatient(String variant) {
    String wait = variant.equals("newest") ? "PT2S" : "2000";
    return app(variant)
        .jvmArgs(
            "-Dorg.asynchttpclient.connectTimeout=" + wait,
            "-Dorg.asynchttpclient.readTimeout=" + wait);
  }
}
