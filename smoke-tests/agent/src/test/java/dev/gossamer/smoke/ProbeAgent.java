package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The agent as it ships, packed once more with the instrumentations of this module's main classes:
 * for what no shipped instrumentation would let happen.
 */
final class ProbeAgent {
  private static final List<String> SHIPPED =
      List.of("gossamer-", "opentelemetry-", "asm-", "classes");

  private ProbeAgent() {}

  /** Packs it, with the real packer over the real modules. */
  static Path pack(Path folder) throws IOException {
    return packWithout("nothing", folder);
  }

  /** The same without the library whose file name starts so. */
  static Path packWithout(String library, Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, "probe");
    Path jar = folder.resolve("probe-agent.jar");
    List<String> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (isPackable(file) && !file.getFileName().toString().startsWith(library)) {
        classPath.add(entry);
      }
    }
    for (String name : List.of("probe", "faulty")) {
      classPath.add(module(folder, name).toString());
    }
    Path licence = folder.resolve("LICENSE");
    Files.writeString(licence, "");
    Path notices = Files.createDirectories(folder.resolve("notices"));
    Command.Result packed =
        Command.tool(
                "java",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "dev.gossamer.distribution.Packer",
                jar.toString(),
                "0-probe",
                notices.toString(),
                licence.toString())
            .run();
    assertThat(packed.code()).as("%s", packed).isZero();
    return jar;
  }

  private static boolean isPackable(Path entry) {
    String name = entry.getFileName().toString();
    boolean own = entry.equals(Apps.home(dev.gossamer.smoke.app.SmokeApp.class));
    boolean tests = name.equals("test-classes") || name.startsWith("gossamer-testing");
    boolean generated = name.startsWith("opentelemetry-proto-");
    String path = entry.toString().replace('\\', '/');
    boolean testingModule = path.endsWith("agent/testing/target/classes");
    return SHIPPED.stream().anyMatch(name::startsWith)
        && !own
        && !tests
        && !generated
        && !testingModule;
  }

  /** The classes of one instrumentation, in a folder of their own as its module would have it. */
  private static Path module(Path folder, String name) throws IOException {
    Path home = Apps.home(dev.gossamer.smoke.app.SmokeApp.class);
    Path module = folder.resolve(name);
    Path packageFolder = Path.of("dev", "gossamer", "instrumentation", name);
    Files.createDirectories(module.resolve(packageFolder));
    try (Stream<Path> files = Files.list(home.resolve(packageFolder))) {
      for (Path file : files.toList()) {
        Files.copy(file, module.resolve(packageFolder).resolve(file.getFileName()));
      }
    }
    return module;
  }
}
