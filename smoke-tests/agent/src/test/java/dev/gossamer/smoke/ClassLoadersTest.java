package dev.gossamer.smoke;

import static dev.gossamer.testing.Traces.span;
import static dev.gossamer.testing.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.app.LoaderApp;
import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RawHttp;
import dev.gossamer.testing.RecordingServer;
import dev.gossamer.testing.SpanExpectation;
import dev.gossamer.testing.SpanKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent and the application see of each other only what they must. */
final class ClassLoadersTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir static Path folder;

  private static Path probeAgent;

  @BeforeAll
  static void pack() throws IOException {
    probeAgent = ProbeAgent.pack(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"child-first", "hiding"})
  void aLibraryInALoaderOfItsOwnIsTraced(String loader) {
    AgentJvm jvm = AGENT.launch(Apps.app(LoaderApp.class).agent(probeAgent));

    assertThat(jvm.callUnderSpan(null, loader)).isEqualTo("called elsewhere");
    assertThat(jvm.callUnderSpan(null, loader)).isEqualTo("called elsewhere");

    AGENT
        .traces()
        .exactly(
            trace(server(), libraryCall("elsewhere").childOf(0)),
            trace(server(), libraryCall("elsewhere").childOf(0)));
  }

  @Test
  void whatTheAgentMadeForALoaderGoesWithIt() {
    AgentJvm jvm = AGENT.launch(Apps.app(LoaderApp.class).agent(probeAgent));

    assertThat(jvm.call("unload", "false")).isEqualTo("unloaded");
    assertThat(jvm.call("unload", "true")).isEqualTo("unloaded");

    AGENT
        .traces()
        .exactly(trace(libraryCall("elsewhere").root()), trace(libraryCall("elsewhere").root()));
  }

  @Test
  void theApplicationDoesNotSeeTheAgent() {
    AgentJvm jvm = AGENT.launch(Apps.smoke());
    jvm.port();

    for (String hidden :
        List.of(
            "dev.gossamer.engine.Engine",
            "dev.gossamer.api.Telemetry",
            "dev.gossamer.config.Settings",
            "dev.gossamer.telemetry.TelemetryStarter",
            "dev.gossamer.instrumentation.executors.RunAdvice",
            "io.opentelemetry.api.trace.Span",
            "io.opentelemetry.context.Context",
            "io.opentelemetry.sdk.trace.SdkTracerProvider",
            "org.objectweb.asm.ClassReader")) {
      assertThat(jvm.call("sees", hidden)).as(hidden).isEqualTo("false");
      String resource = hidden.replace('.', '/');
      assertThat(jvm.call("resources", resource + ".class")).as(hidden).isEqualTo("0");
      String folder = resource.substring(0, resource.lastIndexOf('/') + 1);
      assertThat(jvm.call("resources", folder)).as(folder).isEqualTo("0");
    }
    assertThat(jvm.call("resources", "META-INF/services/")).isEqualTo("0");
    assertThat(jvm.call("sees", "org.example.library.Client")).isEqualTo("true");
  }

  @Test
  void anApplicationOfNamedModulesIsTraced() throws IOException {
    Path modules = folder.resolve("modules");
    Sources.compile(
        modules.resolve("org.example.app"),
        Map.of("module-info.java", MODULE, "org/example/app/Main.java", MAIN),
        List.of());
    try (RecordingServer farEnd = RecordingServer.start()) {
      AgentJvm jvm =
          AGENT.launch(
              Apps.app(LoaderApp.class)
                  .withoutFence()
                  .jvmArgs("-p", modules.toString(), "-m", "org.example.app/org.example.app.Main"));

      RawHttp.Response response =
          RawHttp.request("GET", "/?" + farEnd.url("/far")).send(jvm.port());

      assertThat(response.body()).isEqualTo("in module org.example.app: 200");
      AGENT
          .traces()
          .exactly(
              trace(
                  span("GET /").kind(SpanKind.SERVER).root(),
                  span("GET").kind(SpanKind.CLIENT).childOf(0)));
    }
  }

  @Test
  void aLibraryInANamedModuleIsTraced() throws IOException {
    Path modules = folder.resolve("library-modules");
    Sources.compile(
        modules.resolve("org.example.app"),
        Map.of(
            "module-info.java",
            "module org.example.app { exports org.example.library; }",
            "org/example/library/Client.java",
            """
            package org.example.library;
            public class Client {
              public String call() { return "called"; }
              public String name() { return "in a module"; }
              public static void main(String[] arguments) {
                System.out.println(new Client().call());
              }
            }
            """),
        List.of());
    AgentJvm jvm =
        AGENT.launch(
            Apps.app(LoaderApp.class)
                .agent(probeAgent)
                .withoutFence()
                .jvmArgs("-p", modules.toString())
                .jvmArgs("-m", "org.example.app/org.example.library.Client"));

    assertThat(jvm.awaitExit()).isZero();
    assertThat(jvm.stdout()).containsExactly("called");
    AGENT.traces().exactly(trace(libraryCall("in a module").root()));
  }

  private static SpanExpectation server() {
    return span("GET /call").kind(SpanKind.SERVER).root();
  }

  private static SpanExpectation libraryCall(String client) {
    return span("library call").kind(SpanKind.INTERNAL).attribute("library.client", client);
  }

  private static final String MODULE =
      """
      module org.example.app {
        requires jdk.httpserver;
      }
      """;

  private static final String MAIN =
      """
      package org.example.app;

      import com.sun.net.httpserver.HttpServer;
      import java.net.HttpURLConnection;
      import java.net.InetSocketAddress;
      import java.net.URI;

      public class Main {
        public static void main(String[] arguments) throws Exception {
          HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
          server.createContext("/", exchange -> {
            var url = URI.create(exchange.getRequestURI().getQuery()).toURL();
            int status = ((HttpURLConnection) url.openConnection()).getResponseCode();
            byte[] body = ("in " + Main.class.getModule() + ": " + status).getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
          server.start();
          System.out.println("READY " + server.getAddress().getPort());
        }
      }
      """;
}
