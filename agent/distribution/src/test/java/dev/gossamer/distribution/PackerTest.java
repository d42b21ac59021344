package dev.gossamer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackerTest {
  private static final long LARGEST = 4 << 20;

  @Test
  void givesTheSameBytesForTheSameClasses(@TempDir Path directory) throws Exception {
    List<Path> notices = notices(directory);
    Path first = directory.resolve("first.jar");
    Path second = directory.resolve("second.jar");
    Packer.pack(shippedClassPath(), "1", notices, first);
    Packer.pack(shippedClassPath(), "1", notices, second);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void hidesEverythingButTheDoor(@TempDir Path directory) throws Exception {
    List<Path> notices = notices(directory);
    Path jar = directory.resolve("gossamer.jar");
    Packer.pack(shippedClassPath(), "1.2.3", notices, jar);
    assertThat(Files.size(jar)).isLessThan(LARGEST);
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.stream().map(entry -> entry.getName().replaceAll("/[^/]+$", "")).distinct())
          .containsExactlyInAnyOrder("META-INF", "dev/gossamer/bootstrap", "gossamer");
      var manifest = file.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.gossamer.bootstrap.Agent");
      assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.gossamer.bootstrap.CommandLine");
      assertThat(manifest.getValue("Agent-Class")).isEqualTo("dev.gossamer.bootstrap.Agent");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Implementation-Version")).isEqualTo("1.2.3");
    }
  }

  @Test
  void listsTheLibrariesThatArePacked(@TempDir Path directory) throws Exception {
    Path jar = directory.resolve("gossamer.jar");
    Packer.pack(shippedClassPath(), "1.2.3", notices(directory), jar);
    String bill = Files.readString(directory.resolve("gossamer.cdx.json"));
    assertThat(
            Pattern.compile(
                    "\"type\": \"library\".*\"group\": \"([^\"]+)\", \"name\": \"([^\"]+)\"")
                .matcher(bill)
                .results()
                .map(found -> found.group(1) + ":" + found.group(2)))
        .contains("org.ow2.asm:asm", "io.opentelemetry:opentelemetry-api")
        .allMatch(name -> name.startsWith("io.opentelemetry") || name.equals("org.ow2.asm:asm"))
        .doesNotHaveDuplicates();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    assertThat(bill)
        .contains("pkg:maven/dev.gossamer/gossamer@1.2.3")
        .contains(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(jar))));
  }

  @Test
  void refusesALibraryOfWhichNobodySaysWhatItIs(@TempDir Path directory) throws Exception {
    Path pom = Files.writeString(directory.resolve("some-1.pom"), "<project/>");
    BillOfMaterials bill = new BillOfMaterials();
    bill.add(directory.resolve("some-1.jar"));
    assertThatThrownBy(() -> bill.write("1", pom, directory.resolve("bill")))
        .hasMessageContaining("has no groupId");
    String of = "<groupId>g</groupId><artifactId>some</artifactId><version>1</version>";
    Files.writeString(pom, "<project>" + of + "</project>");
    assertThatThrownBy(() -> bill.write("1", pom, directory.resolve("bill")))
        .hasMessageContaining("the licence of some-1.pom, none");
    Files.delete(pom);
    assertThatThrownBy(() -> bill.write("1", pom, directory.resolve("bill")))
        .hasMessageContaining("no pom beside")
        .hasMessageContaining("some-1.jar");
  }

  @Test
  void refusesClassesNobodyDecidedOn() {
    assertThatThrownBy(() -> Shipped.group("com/example/Stray", "stray.jar"))
        .hasMessageContaining("com/example/Stray of stray.jar");
    assertThat(Shipped.group("okhttp3/Call", "okhttp.jar")).isEmpty();
    assertThat(Shipped.group("dev/gossamer/engine/build/IndexWriter", "engine")).isEmpty();
    assertThat(Shipped.group("dev/gossamer/engine/Engine", "engine")).isEqualTo("engine");
  }

  private static List<Path> notices(Path directory) throws Exception {
    return List.of(Files.writeString(directory.resolve("LICENSE"), "licence"));
  }

  /** The test's class path without what only tests need. */
  private static List<Path> shippedClassPath() {
    List<Path> shipped = new ArrayList<>();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.endsWith("test-classes"))
        .filter(PackerTest::isShipped)
        .forEach(shipped::add);
    assertThat(shipped).hasSizeGreaterThan(10);
    return shipped;
  }

  private static boolean isShipped(Path path) {
    String name = path.toString().replace('\\', '/');
    return name.contains("gossamer") && !name.contains("/.m2/")
        || name.contains("/target/")
        || name.contains("/io/opentelemetry/")
        || name.contains("/org/ow2/asm/");
  }
}
