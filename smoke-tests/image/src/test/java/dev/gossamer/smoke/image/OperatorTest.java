package dev.gossamer.smoke.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.example.app.Cart;
import org.example.extension.TeamProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM with the jar that the image copied, started with the variables that the OpenTelemetry
 * Operator puts into a pod: names, values and their order of precedence are its own (version 0.158,
 * internal/instrumentation).
 */
final class OperatorTest {
  @RegisterExtension
  static final AgentExtension AGENT =
      AgentExtension.perTest().allowing("Picked up JAVA_TOOL_OPTIONS");

  @TempDir Path folder;
  private final Image image = Image.built();

  @Test
  void theCopiedJarTracesAsTheOperatorStartsIt() throws Exception {
    Path mount = mount();
    AgentJvm jvm = AGENT.launch(pod(mount));

    assertThat(jvm.callUnderSpan(null, "ok")).isEqualTo("fine");

    SpanRecord span = AGENT.receiver().awaitSpans(1).get(0);
    assertThat(span.resource())
        .containsEntry("service.name", "cart")
        .containsEntry("service.namespace", "shop")
        .containsEntry("service.version", "1.4.2")
        .containsEntry("service.instance.id", "shop.cart-5c9d8-abcde.cart")
        .containsEntry("k8s.pod.name", "cart-5c9d8-abcde")
        .containsEntry("k8s.deployment.name", "cart")
        .containsEntry("k8s.node.name", "node-a")
        // Of the extension.
        .containsEntry("app.team", "checkout");
    AGENT.receiver().claimAll();
  }

  @Test
  void aJvmOutlivesThatItsJarIsCopiedAgain() throws Exception {
    Path mount = mount();
    AgentJvm jvm = AGENT.launch(pod(mount));
    jvm.callUnderSpan(null, "ok");
    AGENT.receiver().awaitSpans(1);

    copy(mount);

    // Needs classes of the jar that were not loaded before: an HTTP client's.
    jvm.callUnderSpan(null, "get", "http://localhost:" + jvm.port() + "/call/ok");
    assertThat(AGENT.receiver().awaitSpans(4)).hasSize(4);
    AGENT.receiver().claimAll();
    assertThat(jvm.stop()).isEqualTo(143);
  }

  /** The volume as the init containers leave it. */
  private Path mount() throws Exception {
    Path mount = Image.volume(folder);
    copy(mount);
    Path extensions = Files.createDirectory(mount.resolve("extensions"));
    Path extension = extensions.resolve("team.jar");
    String name = TeamProvider.class.getName();
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(extension))) {
      String path = name.replace('.', '/') + ".class";
      jar.putNextEntry(new JarEntry(path));
      jar.write(Files.readAllBytes(home(TeamProvider.class).resolve(path)));
      jar.putNextEntry(
          new JarEntry(
              "META-INF/services/io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider"));
      jar.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return mount;
  }

  private void copy(Path mount) throws IOException {
    String target = "/otel-auto-instrumentation-java/javaagent.jar";
    image
        .engine()
        .container(image.name())
        .user("1000650000:0")
        .volume(mount)
        .run("cp", "/javaagent.jar", target)
        .succeeded();
  }

  private static AgentJvmBuilder pod(Path mount) throws URISyntaxException {
    String options =
        " -javaagent:"
            + mount
            + "/javaagent.jar -Dotel.javaagent.extensions="
            + mount
            + "/extensions";
    String attributes =
        "k8s.container.name=cart,k8s.deployment.name=cart,k8s.namespace.name=shop,"
            + "k8s.node.name=node-a,k8s.pod.name=cart-5c9d8-abcde,"
            + "service.instance.id=shop.cart-5c9d8-abcde.cart,service.namespace=shop,"
            + "service.version=1.4.2";
    return AgentJvm.app(Cart.class)
        .withoutAgent()
        .classPath(List.of(home(Cart.class), home(TestApp.class)))
        .env("OTEL_NODE_IP", "10.0.0.7")
        .env("OTEL_POD_IP", "10.0.1.9")
        .env("JAVA_TOOL_OPTIONS", options)
        .env("OTEL_SERVICE_NAME", "cart")
        .env("OTEL_RESOURCE_ATTRIBUTES_POD_NAME", "cart-5c9d8-abcde")
        .env("OTEL_RESOURCE_ATTRIBUTES_NODE_NAME", "node-a")
        .env("OTEL_PROPAGATORS", "tracecontext,baggage")
        .env("OTEL_TRACES_SAMPLER", "parentbased_traceidratio")
        .env("OTEL_TRACES_SAMPLER_ARG", "1.0")
        .env("OTEL_RESOURCE_ATTRIBUTES", attributes);
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
