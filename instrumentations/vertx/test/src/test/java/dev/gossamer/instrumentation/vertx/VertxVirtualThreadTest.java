package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.http.HttpServerContract;
import dev.gossamer.testing.http.ServerFeature;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIf;

/** What every HTTP server does, where a verticle serves on virtual threads. */
@EnabledIf("hasVirtualThreads")
final class VertxVirtualThreadTest extends HttpServerContract {
  static boolean hasVirtualThreads() {
    Path home = Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
    return JavaRuntimes.from(21).stream().anyMatch(runtime -> runtime.home().equals(home));
  }

  @Override
  protected AgentJvmBuilder application() {
    return VertxVersions.app(VertxCoreApp.class, "newest")
        .jvmArgs("-D" + VertxCoreApp.THREADS + "=VIRTUAL_THREAD");
  }

  @Override
  protected Set<ServerFeature> lacking() {
    return EnumSet.of(ServerFeature.ROUTES, ServerFeature.EXCEPTION_SEEN);
  }
}
