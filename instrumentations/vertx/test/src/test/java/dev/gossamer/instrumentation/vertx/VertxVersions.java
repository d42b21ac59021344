package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import java.util.Set;

/** An application with one version of Vert.x. */
final class VertxVersions {
  private static final Set<String> WITHOUT_CALLABLES = Set.of("oldest", "between-4");

  private VertxVersions() {}

  static AgentJvmBuilder app(Class<?> main, String variant) {
    return AgentJvm.app(main)
        .libraries(variant)
        .jvmArgs(
            // Newer Java warns of what Netty 4.1 does with it.
            "-Dio.netty.noUnsafe=true",
            "-D" + VertxContextApp.BLOCKING_HANDLERS + "=" + WITHOUT_CALLABLES.contains(variant));
  }
}
