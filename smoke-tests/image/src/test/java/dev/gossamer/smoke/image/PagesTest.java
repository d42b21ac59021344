package dev.gossamer.smoke.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages tell to type and to open is there. */
@Tag("any-java")
final class PagesTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IN_TEXT = Pattern.compile("`((?:kubectl|podman) [^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern SETTING = Pattern.compile("\\b((?:OTEL|GOSSAMER)_[A-Z_]*[A-Z])\\b");

  /** What the operator sets, and names that are cut short. */
  private static final List<String> NO_SETTINGS =
      List.of("OTEL_NODE_IP", "OTEL_RESOURCE_ATTRIBUTES_POD_NAME");

  /** A line to type, and the page that it is on. */
  record Line(String page, String text) {
    List<String> words() {
      return List.of(text.split(" +"));
    }

    @Override
    public String toString() {
      return page + ": " + text;
    }
  }

  static Stream<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path page : Resources.files(".md")) {
      String text = Files.readString(page);
      for (Pattern pattern : List.of(BLOCK, IN_TEXT)) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
          found
              .group(1)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .forEach(line -> lines.add(new Line(page.getFileName().toString(), line)));
        }
      }
    }
    return lines.stream();
  }

  static Stream<Line> kubectlLines() throws IOException {
    return lines().filter(line -> line.text.startsWith("kubectl "));
  }

  @Test
  void everyLineIsOfAProgramThatTheseTestsKnow() throws IOException {
    assertThat(lines())
        .isNotEmpty()
        .allMatch(line -> line.text.matches("(kubectl|podman|oc|init-image/build|\\./mvnw) .*"));
  }

  /** Another test runs the script; the name is checked where versions are. */
  @Test
  void ourOwnProgramsAreThere() throws IOException {
    for (Line line : lines().filter(one -> one.text.contains("/")).toList()) {
      if (line.text.startsWith("init-image/build")) {
        assertThat(Command.ROOT.resolve("init-image/build")).isExecutable();
        assertThat(line.words()).hasSize(2);
      } else if (line.text.startsWith("./mvnw")) {
        int module = line.words().indexOf("-pl") + 1;
        assertThat(Command.ROOT.resolve(line.words().get(module)).resolve("pom.xml")).exists();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kubectlLines")
  void kubectlKnowsTheOptionsAndTheFilesAreThere(Line line) {
    List<String> words = line.words();
    for (int i = 2; i < words.size(); i++) {
      if (words.get(i - 1).matches("-[fk]")) {
        assertThat(Command.ROOT.resolve(words.get(i))).exists();
      }
    }
    Skipped.unless(Command.exists("kubectl"), "no kubectl here: its options are not checked");
    List<String> command = new ArrayList<>(List.of("kubectl", words.get(1)));
    if (words.get(1).equals("rollout")) {
      command.add(words.get(2));
    }
    command.add("--help");
    String known =
        new Command(command).run().succeeded()
            + new Command("kubectl", "options").run().succeeded();
    for (String word : words) {
      if (word.startsWith("-")) {
        String option = word.replaceFirst("=.*", "");
        String told = option.startsWith("--") ? option + "=" : " " + option + ", ";
        assertThat(known).as("%s of %s", option, line).contains(told);
      }
    }
  }

  @Test
  void whatIsLinkedIsThere() throws IOException {
    int links = 0;
    List<Path> pages = new ArrayList<>(Resources.files(".md"));
    pages.add(Command.ROOT.resolve("README.md"));
    for (Path page : pages) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        if (!link.group(1).startsWith("http")) {
          assertThat(page.resolveSibling(link.group(1))).as("link of %s", page).exists();
          links++;
        }
      }
    }
    assertThat(links).isGreaterThan(20);
    String first = Files.readString(Resources.FOLDER.resolve("README.md"));
    for (Path page : Resources.files("")) {
      String name = page.getFileName().toString();
      if (!name.equals("README.md") && !name.equals("image-fields.yaml")) {
        assertThat(first).as("links to %s", name).contains("(" + name + ")");
      }
    }
    assertThat(Files.readString(Command.ROOT.resolve("README.md")))
        .contains("(docs/kubernetes/README.md)");
  }

  @Test
  void everySettingExists() throws IOException {
    String known = Files.readString(Command.ROOT.resolve("docs/configuration.md"));
    for (Path file : Resources.files("")) {
      Matcher setting = SETTING.matcher(Files.readString(file));
      while (setting.find()) {
        if (!NO_SETTINGS.contains(setting.group(1))) {
          assertThat(known)
              .as("%s of %s", setting.group(1), file.getFileName())
              .contains("`" + setting.group(1) + "`");
        }
      }
    }
  }
}
