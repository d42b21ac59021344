package dev.gossamer.smoke.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image by itself: what is in it, and whether it does its work wherever it may have to. */
@Tag("any-java")
final class ImageTest {
  private static final String MOUNT = "/otel-auto-instrumentation-java";
  private static final long LARGEST = 9 << 20;
  private static final Path JAR = Path.of(System.getProperty("gossamer.jar"));

  @TempDir Path folder;
  private final Image image = Image.built();

  @Test
  void isSmallAndHoldsTheJarOnce() {
    assertThat(Long.parseLong(image.inspect("{{.Size}}"))).isLessThan(LARGEST);
    assertThat(image.inspect("{{len .RootFS.Layers}}")).isEqualTo("2");
  }

  @Test
  void holdsNoShellAndNothingElse() throws IOException {
    String container = image.engine().run("create", image.own()).succeeded();
    Path tar = folder.resolve("files.tar");
    image.engine().run("export", "-o", tar.toString(), container).succeeded();
    image.engine().run("rm", container).succeeded();

    String listed = new Command("tar", "--numeric-owner", "-tvf", tar.toString()).run().succeeded();

    // The engine adds empty files to mount over, such as etc/hosts.
    assertThat(
            listed
                .lines()
                .filter(line -> line.startsWith("-") && !line.matches("\\S+ +\\S+ +0 .*"))
                .map(line -> line.replaceAll("^(\\S+) +(\\S+) +.* (\\S+)$", "$1 $2 $3")))
        .containsExactlyInAnyOrder(
            "-rwxr-xr-x 0/0 bin/cp",
            "-rw-r--r-- 0/0 javaagent.jar",
            "-rw-r--r-- 0/0 gossamer.cdx.json");
    assertThat(image.engine().container(image.name()).run("sh", "-c", "true").code()).isNotZero();
  }

  @Test
  void saysWhatItIsAndNeedsNoRoot() {
    JsonObject config = JsonParser.parseString(image.inspect("{{json .Config}}")).getAsJsonObject();

    assertThat(config.get("User").getAsString()).isEqualTo("65532:65532");
    assertThat(config.get("Env").toString()).contains("\"PATH=/bin\"");
    assertThat(config.has("Entrypoint") && !config.get("Entrypoint").isJsonNull()).isFalse();
    JsonObject labels = config.getAsJsonObject("Labels");
    assertThat(label(labels, "title")).isEqualTo("Gossamer");
    assertThat(label(labels, "version")).isEqualTo(System.getProperty("gossamer.version"));
    assertThat(label(labels, "licenses")).isEqualTo("Apache-2.0");
    assertThat(label(labels, "description")).contains("Java");
    assertThat(label(labels, "revision")).matches("[0-9a-f]{40}(-dirty)?|unknown");
  }

  @Test
  void saysWhatIsInTheJar() throws Exception {
    Path bill = image.extract(Image.here(), "/gossamer.cdx.json", folder);
    assertThat(bill).hasSameBinaryContentAs(beside(JAR));

    org.cyclonedx.parsers.JsonParser parser = new org.cyclonedx.parsers.JsonParser();
    assertThat(parser.validate(bill.toFile(), Version.VERSION_16)).isEmpty();
    Bom bom = parser.parse(bill.toFile());
    assertThat(bom.getMetadata().getComponent().getVersion())
        .isEqualTo(System.getProperty("gossamer.version"));
    assertThat(bom.getComponents())
        .extracting(Component::getName)
        .contains("asm", "opentelemetry-api", "opentelemetry-sdk-trace")
        .doesNotContain("asm-commons", "jspecify", "okhttp-jvm", "kotlin-stdlib");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1000:3000", "1000650000:0", "0:0"})
  void copiesTheJarForAnyUser(String user) throws IOException {
    Path volume = Image.volume(folder);
    Engine.Container container = image.engine().container(image.name()).volume(volume);
    if (!user.isEmpty()) {
      container.user(user);
    }

    Command.Result result = container.run("cp", "/javaagent.jar", MOUNT + "/javaagent.jar");

    assertThat(result.error()).isEmpty();
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isZero();
    Path copy = volume.resolve("javaagent.jar");
    assertThat(copy).hasSameBinaryContentAs(JAR);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-r--r--");
    try (var files = Files.list(volume)) {
      assertThat(files).containsExactly(copy);
    }
  }

  @Test
  void replacesWhatIsThereWithoutTouchingIt() throws IOException {
    Path volume = Image.volume(folder);
    Path there = Files.writeString(volume.resolve("javaagent.jar"), "another");
    try (var open = Files.newInputStream(there)) {
      copy(volume).succeeded();

      assertThat(there).hasSameBinaryContentAs(JAR);
      assertThat(new String(open.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("another");
    }
  }

  @Test
  void copiesFoldersAsImagesOfExtensionsDo() throws IOException {
    Path volume = Image.volume(folder);
    image
        .engine()
        .container(image.name())
        .volume(volume)
        .run("cp", "-r", "/bin/.", MOUNT + "/extensions")
        .succeeded();

    Path extensions = volume.resolve("extensions");
    assertThat(extensions.resolve("cp")).isReadable();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(extensions)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void saysInOneLineWhatItCannotDo() throws IOException {
    Path volume = Image.volume(folder);
    Engine.Container container = image.engine().container(image.name()).volume(volume);
    String target = MOUNT + "/javaagent.jar";

    assertFails(container.run("cp", "/javaagent.jar"), "cp: usage: cp [-r] SOURCE TARGET");
    assertFails(
        container.run("cp", "/nothing.jar", target),
        "cp: cannot read /nothing.jar: no such file or directory");
    assertFails(
        container.run("cp", "/javaagent.jar", "/javaagent.new"),
        "cp: cannot write /javaagent.new: ");
    assertFails(
        container.run("cp", "/bin", target), "cp: cannot copy without -r /bin: is a directory");
    assertFails(
        image
            .engine()
            .container(image.name())
            .user("0:0")
            .option("--mount=type=tmpfs,destination=" + MOUNT + ",tmpfs-size=1m")
            .run("cp", "/javaagent.jar", target),
        "cp: cannot write " + target + ": no space left on the volume");
    try (var files = Files.list(volume)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void givesTheSameImageForTheSameSources() {
    Skipped.unless(
        image.engine().isPodman(), "docker dates images by its own clock: no test of their ids");
    String before = image.inspect("{{.Id}}");
    image.rebuilt();
    assertThat(image.inspect("{{.Id}}")).isEqualTo(before);
  }

  @Test
  void runsOnTheOtherArchitecture() throws IOException {
    String other = Image.here().equals("amd64") ? "arm64" : "amd64";
    Skipped.unless(
        image.architectures().contains(other), "no compiler for " + other + " here: not tested");
    assertThat(
            image
                .engine()
                .run(
                    "image",
                    "inspect",
                    "--format",
                    "{{.Os}}/{{.Architecture}}",
                    image.name() + "-" + other)
                .succeeded())
        .isEqualTo("linux/" + other);
    String emulator = other.equals("arm64") ? "qemu-aarch64" : "qemu-x86_64";
    Skipped.unless(Command.exists(emulator), "no " + emulator + " here: cp of " + other);
    Path program = image.extract(other, "/bin/cp", folder);
    Path tree = Files.createDirectories(folder.resolve("tree/below"));
    Files.write(tree.resolve("file"), new byte[200_000]);

    new Command(
            emulator,
            program.toString(),
            "-r",
            tree.getParent() + "/.",
            folder.resolve("copy").toString())
        .run()
        .succeeded();

    assertThat(folder.resolve("copy/below/file")).hasSameBinaryContentAs(tree.resolve("file"));
    assertFails(
        new Command(emulator, program.toString(), "/nothing", folder.toString()).run(),
        "cp: cannot read /nothing: no such file or directory");
  }

  @Test
  void isOneNameForAllArchitecturesWhenPushed() throws IOException {
    Skipped.unless(
        image.engine().isPodman() && image.architectures().size() == 2,
        "a list of two architectures needs podman and two compilers: not tested");
    Path pushed = folder.resolve("pushed");
    // As the page says, to a folder instead of a registry.
    String line =
        PagesTest.lines()
            .map(PagesTest.Line::text)
            .filter(text -> text.startsWith("podman manifest push "))
            .findFirst()
            .orElseThrow();
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    assertThat(words.get(words.size() - 1)).isEqualTo("docker://" + words.get(words.size() - 2));
    words.set(words.size() - 2, image.name());
    words.set(words.size() - 1, "dir:" + pushed);
    new Command(words).run().succeeded();
    assertThat(Files.readString(pushed.resolve("manifest.json")))
        .contains("\"amd64\"", "\"arm64\"");
  }

  @Test
  void saysWhatIsMissingToBuildIt() {
    Command.Result noJar =
        new Command("init-image/build").env("GOSSAMER_JAR", folder + "/none.jar").run();
    assertThat(noJar.code()).isEqualTo(1);
    assertThat(noJar.out()).isEmpty();
    assertThat(noJar.error())
        .contains("there is no " + folder + "/none.jar; ./mvnw -pl agent/distribution");
    Command.Result noEngine =
        new Command("init-image/build")
            .env("GOSSAMER_JAR", JAR.toString())
            .env("GOSSAMER_IMAGE_ENGINE", "kaniko")
            .run();
    assertThat(noEngine.code()).isEqualTo(1);
    assertThat(noEngine.error())
        .contains("GOSSAMER_IMAGE_ENGINE is kaniko, and not docker, podman or buildah");
    Command.Result noArchitecture =
        new Command("init-image/build", "localhost/gossamer-test:none")
            .env("GOSSAMER_JAR", JAR.toString())
            .env("GOSSAMER_IMAGE_PLATFORMS", "linux/s390x")
            .run();
    assertThat(noArchitecture.code()).isEqualTo(1);
    assertThat(noArchitecture.error()).contains("there is no cp for linux/s390x");
  }

  private Command.Result copy(Path volume) {
    return image
        .engine()
        .container(image.name())
        .volume(volume)
        .run("cp", "/javaagent.jar", MOUNT + "/javaagent.jar");
  }

  private static void assertFails(Command.Result result, String line) {
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(List.of(result.error().split("\n"))).hasSize(1);
    assertThat(result.error()).startsWith(line);
  }

  private static String label(JsonObject labels, String name) {
    return labels.get("org.opencontainers.image." + name).getAsString();
  }

  private static Path beside(Path jar) {
    return jar.resolveSibling(jar.getFileName().toString().replace(".jar", ".cdx.json"));
  }
}
