package dev.gossamer.smoke.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The image, built once for all tests from the jar under test. */
record Image(Engine engine, String name, List<String> architectures) {
  /** Another in each JVM: tests of another checkout may run on the same engine. */
  private static final String NAME =
      "localhost/gossamer-test:" + UUID.randomUUID().toString().substring(0, 8);

  private static @Nullable Image built;

  /** It, until the JVM ends; skips the tests where it cannot be built. */
  static synchronized Image built() {
    if (built == null) {
      Image image = build();
      Runtime.getRuntime().addShutdownHook(new Thread(image::remove));
      built = image;
    }
    return built;
  }

  private static Image build() {
    Engine engine = Engine.find();
    if (engine == null) {
      throw Skipped.because("neither docker nor podman works here: no test of the image");
    }
    boolean clang = Command.exists("clang") && Command.exists("ld.lld");
    Skipped.unless(clang || Command.exists("cc"), "no C compiler here: no test of the image");
    List<String> architectures = new ArrayList<>(List.of(here()));
    String other = here().equals("amd64") ? "arm64" : "amd64";
    String compiler = other.equals("arm64") ? "aarch64-linux-gnu-gcc" : "x86_64-linux-gnu-gcc";
    if (clang || Command.exists(compiler)) {
      architectures.add(other);
    } else {
      System.err.println("SKIPPED: no " + compiler + " here: the image of " + other);
    }
    return new Image(engine, NAME, architectures).rebuilt();
  }

  /** Builds it again, under the same name. */
  Image rebuilt() {
    String out = build(name).succeeded();
    if (!out.lines().reduce("", (first, second) -> second).equals(name)) {
      throw new AssertionError("the last line is not the image's name:\n" + out);
    }
    return this;
  }

  /** Runs {@code init-image/build} for another name. */
  Command.Result build(String image) {
    List<String> platforms = architectures.stream().map(one -> "linux/" + one).toList();
    return new Command("init-image/build", image)
        .env("GOSSAMER_JAR", System.getProperty("gossamer.jar"))
        .env("GOSSAMER_IMAGE_ENGINE", engine.name())
        .env("GOSSAMER_IMAGE_PLATFORMS", String.join(" ", platforms))
        .run();
  }

  /** The architecture of this machine, as images call it. */
  static String here() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  /** Its name for this machine's architecture. */
  String own() {
    return name + "-" + here();
  }

  /** Formats what the engine knows of the image for this machine. */
  String inspect(String template) {
    return engine.run("image", "inspect", "--format", template, own()).succeeded();
  }

  /** Unpacks a file of the image for this architecture. */
  Path extract(String architecture, String file, Path folder) throws IOException {
    String container =
        engine
            .run("create", "--platform=linux/" + architecture, name + "-" + architecture)
            .succeeded();
    try {
      Path copy = folder.resolve(architecture + "-" + Path.of(file).getFileName());
      engine.run("cp", container + ":" + file, copy.toString()).succeeded();
      return copy;
    } finally {
      engine.run("rm", container).succeeded();
    }
  }

  /** An empty volume, which any user may write to, as Kubernetes makes it. */
  static Path volume(Path parent) throws IOException {
    Path volume = Files.createTempDirectory(parent, "volume");
    Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwxrwx"));
    return volume;
  }

  private void remove() {
    if (engine.isPodman()) {
      engine.run("manifest", "rm", name);
    } else {
      engine.run("rmi", name);
    }
    for (String architecture : architectures) {
      engine.run("rmi", name + "-" + architecture);
    }
  }
}
