package dev.gossamer.smoke.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.gossamer.smoke.image.Resources.Resource;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource is one that Kubernetes or the operator knows, with fields that it knows. */
@Tag("any-java")
final class ResourcesTest {
  private static final String OPERATOR = System.getProperty("gossamer.operator.version");

  static Stream<Resource> ofKubernetes() {
    return Resources.all().stream().filter(resource -> !isOfTheOperator(resource));
  }

  static Stream<Resource> ofTheOperator() {
    return Resources.all().stream().filter(ResourcesTest::isOfTheOperator);
  }

  @ParameterizedTest
  @MethodSource("ofKubernetes")
  void isKnownToKubernetes(Resource resource) throws Exception {
    validate(resource.kind(), new Gson().toJsonTree(resource.content()));
  }

  @Test
  void fieldsThatKubernetesDoesNotKnowAreFound() {
    Resource deployment = Resources.ofKind("Deployment").get(0);
    JsonElement json = new Gson().toJsonTree(deployment.content());
    json.getAsJsonObject()
        .getAsJsonObject("spec")
        .getAsJsonObject("template")
        .getAsJsonObject("spec")
        .addProperty("runAsNonRoot", true);
    assertThatThrownBy(() -> validate("Deployment", json)).hasMessageContaining("runAsNonRoot");
  }

  @ParameterizedTest
  @MethodSource("ofTheOperator")
  void isKnownToTheOperator(Resource resource) {
    Map<String, Object> schema = schema(resource);
    assertThat(StructuralSchema.problems(schema, resource.content())).isEmpty();
  }

  @Test
  void fieldsThatTheOperatorDoesNotKnowAreFound() {
    Resource instrumentation = Resources.ofKind("Instrumentation").get(0);
    Map<String, Object> schema = schema(instrumentation);
    Resources.map(instrumentation.at("spec", "java")).put("version", "1");
    Resources.map(instrumentation.at("spec", "sampler")).put("type", "some");
    assertThat(StructuralSchema.problems(schema, instrumentation.content()))
        .anyMatch(problem -> problem.equals(".spec.java.version is not known"))
        .anyMatch(problem -> problem.startsWith(".spec.sampler.type is some, not one of "))
        .hasSize(2);
  }

  @Test
  void theExampleIsAskedForAndWhatItNamesIsThere() {
    Resource deployment = Resources.ofKind("Deployment").get(0);
    Map<String, Object> annotations =
        Resources.map(deployment.at("spec", "template", "metadata", "annotations"));
    assertThat(annotations)
        .containsEntry("instrumentation.opentelemetry.io/inject-java", "true")
        .containsEntry("sidecar.opentelemetry.io/inject", "true");
    String namespace = (String) deployment.at("metadata", "namespace");
    // "true" means the only one of the namespace.
    assertThat(Resources.ofKind("Instrumentation"))
        .filteredOn(one -> one.at("metadata", "namespace").equals(namespace))
        .hasSize(1);
    assertThat(Resources.ofKind("OpenTelemetryCollector"))
        .filteredOn(one -> one.at("metadata", "namespace").equals(namespace))
        .filteredOn(one -> one.at("spec", "mode").equals("sidecar"))
        .hasSize(1);
    List<Object> containers =
        Resources.list(deployment.at("spec", "template", "spec", "containers"));
    assertThat(containers)
        .extracting(container -> Resources.map(container).get("name"))
        .contains(annotations.get("instrumentation.opentelemetry.io/container-names"));
    assertThat(new TreeSet<>(Resources.all().stream().map(ResourcesTest::namespace).toList()))
        .isSubsetOf(Resources.ofKind("Namespace").stream().map(Resource::name).toList());
  }

  private static String namespace(Resource resource) {
    Object namespace = Resources.map(resource.at("metadata")).get("namespace");
    return namespace == null ? "shop" : (String) namespace;
  }

  private static boolean isOfTheOperator(Resource resource) {
    return resource.apiVersion().startsWith("opentelemetry.io/");
  }

  private static void validate(String kind, JsonElement json) throws Exception {
    Class<?> model = Class.forName("io.kubernetes.client.openapi.models.V1" + kind);
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
    } catch (InvocationTargetException e) {
      throw new AssertionError(String.valueOf(e.getCause()), e);
    }
  }

  /** Of the operator's own definition, which is a file of its Go module. */
  private static Map<String, Object> schema(Resource resource) {
    Path module = module();
    if (module == null) {
      throw Skipped.because("the operator's schemas cannot be had here: not checked");
    }
    String plural = resource.kind().toLowerCase(java.util.Locale.ROOT) + "s";
    Path file = module.resolve("config/crd/bases/opentelemetry.io_" + plural + ".yaml");
    String version = resource.apiVersion().substring("opentelemetry.io/".length());
    List<Object> versions = new ArrayList<>();
    for (Map<String, Object> definition : Resources.load(file)) {
      versions.addAll(Resources.list(Resources.at(definition, "spec", "versions")));
    }
    for (Object one : versions) {
      Map<String, Object> definition = Resources.map(one);
      if (version.equals(definition.get("name"))) {
        assertThat(definition.get("served")).isEqualTo(true);
        return Resources.map(Resources.at(definition, "schema", "openAPIV3Schema"));
      }
    }
    throw new AssertionError("no version " + version + " in " + file);
  }

  private static @Nullable Path module() {
    if (!Command.exists("go")) {
      return null;
    }
    Command.Result result =
        new Command(
                "go",
                "mod",
                "download",
                "-json",
                "github.com/open-telemetry/opentelemetry-operator@v" + OPERATOR)
            .env("GOFLAGS", "-mod=mod")
            .run();
    Matcher matcher = Pattern.compile("\"Dir\": \"([^\"]+)\"").matcher(result.out());
    if (!matcher.find()) {
      System.err.println(result);
      return null;
    }
    return Path.of(matcher.group(1));
  }
}
