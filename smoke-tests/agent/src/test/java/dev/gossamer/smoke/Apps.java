package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;

import dev.gossamer.smoke.app.SmokeApp;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.TraceExpectation;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JVMs whose class path holds the applications under test and nothing of the agent. */
final class Apps {
  private static final List<Path> CLASS_PATH =
      List.of(home(SmokeApp.class), home(TestApp.class), home(org.h2.Driver.class));

  private Apps() {}

  /** The small service. */
  static AgentJvmBuilder smoke() {
    return app(SmokeApp.class);
  }

  /** Another application of this module. */
  static AgentJvmBuilder app(Class<?> main) {
    return AgentJvm.app(main).classPath(CLASS_PATH);
  }

  /** The trace of the small service's command of that name: a pool, a query and a call. */
  static TraceExpectation journey() {
    return trace(
        span("GET /call").kind(SpanKind.SERVER).root(),
        span().kind(SpanKind.CLIENT).attribute("db.system.name", "h2database").childOf(0),
        span("GET").kind(SpanKind.CLIENT).childOf(0));
  }

  static List<Path> classPath() {
    return CLASS_PATH;
  }

  /** The agent under test. */
  static Path agent() {
    return Path.of(System.getProperty("gossamer.jar"));
  }

  /** The runtime under test. */
  static Path javaHome() {
    return Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
  }

  /** Its feature version. */
  static int javaVersion() {
    try {
      String release = Files.readString(javaHome().resolve("release"));
      String version = release.split("JAVA_VERSION=\"", 2)[1];
      return Integer.parseInt(version.split("[.\"+_-]", 2)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar or folder that a class comes from. */
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
