package dev.gossamer.smoke.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.smoke.image.Resources.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code kubectl apply -k docs/kubernetes}: everything is in it, and versions stand there only. */
@Tag("any-java")
final class KustomizationTest {
  private static final String EXAMPLE = "example-deployment.yaml";

  @Test
  void appliesEveryFileButTheExample() {
    Set<String> files = new TreeSet<>();
    for (Path file : Resources.files(".yaml")) {
      files.add(file.getFileName().toString());
    }
    files.removeAll(Set.of("kustomization.yaml", "image-fields.yaml", EXAMPLE));
    assertThat(kustomization().get("resources"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrderElementsOf(files);
    assertThat(kustomization().get("configurations")).isEqualTo(List.of("image-fields.yaml"));
  }

  @Test
  void givesEveryImageItsVersion() {
    Set<Object> named = new TreeSet<>();
    for (Object image : Resources.list(Resources.at(kustomization(), "images"))) {
      named.add(Resources.map(image).get("name"));
    }
    Map<String, String> paths = paths();
    Set<Object> used = new TreeSet<>();
    for (Resource resource : Resources.all()) {
      if (paths.containsKey(resource.kind())) {
        used.add(resource.at(paths.get(resource.kind()).split("/")));
      }
    }
    assertThat(used).isEqualTo(named).allMatch(image -> !image.toString().contains(":"));
    assertThat(tags()).containsEntry("registry.example.com/gossamer", projectVersion());
  }

  @Test
  void kustomizeMakesIt() {
    Skipped.unless(Command.exists("kubectl"), "no kubectl here: kustomize is not run");
    String version = new Command("kubectl", "version", "--client").run().out();
    Matcher minor = Pattern.compile("v1\\.(\\d+)\\.").matcher(version.replace('"', ' '));
    Skipped.unless(
        minor.find() && Integer.parseInt(minor.group(1)) >= 21,
        "kubectl here is older than 1.21 and leaves custom resources' images alone: not run");
    String made = new Command("kubectl", "kustomize", "docs/kubernetes").run().succeeded();
    for (Map.Entry<String, String> image : tags().entrySet()) {
      assertThat(made).contains("image: " + image.getKey() + ":" + image.getValue());
    }
    assertThat(made.lines().filter(line -> line.startsWith("kind: ")))
        .hasSize(
            Math.toIntExact(
                Resources.all().stream().filter(one -> !one.file().equals(EXAMPLE)).count()));
    assertThat(made.lines().filter(line -> line.matches(" *image: [^ ]*[^0-9A-Za-z]?")))
        .allMatch(line -> line.matches(" *image: \\S+:[0-9]\\S+"));
  }

  @Test
  void everyPageNamesTheSameVersions() throws IOException {
    Pattern image = Pattern.compile("registry\\.example\\.com/gossamer:(\\S+)");
    try (Stream<Path> pages = Files.list(Resources.FOLDER)) {
      for (Path page : pages.toList()) {
        Matcher named = image.matcher(Files.readString(page));
        while (named.find()) {
          assertThat(named.group(1)).as("in %s", page.getFileName()).isEqualTo(projectVersion());
        }
      }
    }
    assertThat(Files.readString(Resources.FOLDER.resolve("README.md")))
        .contains(
            "Version "
                + System.getProperty("gossamer.operator.version").replaceAll("\\.0$", "")
                + " or later");
  }

  private static Map<String, Object> kustomization() {
    return Resources.load(Resources.FOLDER.resolve("kustomization.yaml")).get(0);
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    for (Object image : Resources.list(Resources.at(kustomization(), "images"))) {
      Map<String, Object> one = Resources.map(image);
      tags.put((String) one.get("name"), (String) one.get("newTag"));
    }
    return tags;
  }

  private static Map<String, String> paths() {
    Map<String, String> paths = new TreeMap<>();
    Map<String, Object> fields =
        Resources.load(Resources.FOLDER.resolve("image-fields.yaml")).get(0);
    for (Object field : Resources.list(Resources.at(fields, "images"))) {
      Map<String, Object> one = Resources.map(field);
      paths.put((String) one.get("kind"), (String) one.get("path"));
    }
    return paths;
  }

  private static String projectVersion() {
    return System.getProperty("gossamer.version");
  }
}
