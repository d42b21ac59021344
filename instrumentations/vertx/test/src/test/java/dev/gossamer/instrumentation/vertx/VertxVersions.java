package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;

/** An application with one version of Vert.x. */
final class VertxVersions {
  private VertxVersions() {}

  static AgentJvmBuilder app(Class<?> main, String variant) {
    return AgentJvm.app(main)
        .libraries(variant)
        .jvmArgs("-D" + VertxContextApp.BLOCKING_HANDLERS + "=" + variant.equals("oldest"));
  }
}
