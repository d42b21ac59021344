package dev.gossamer.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The JDKs on this machine. Looked for in system property or environment variable {@code
 * GOSSAMER_JDKS} (folders, separated like a class path; first one of a version wins), then in
 * {@code gossamer.java.home}, then in the usual folders.
 */
public final class JavaRuntimes {
  private static final List<String> USUAL =
      List.of("/usr/lib/jvm", "/opt/java", "/Library/Java/JavaVirtualMachines");

  /**
   * A JDK or JRE.
   *
   * @param version the feature version: 8, 11, 17, ...
   */
  public record JavaRuntime(int version, Path home) {
    @Override
    public String toString() {
      return "JDK " + version;
    }
  }

  private JavaRuntimes() {}

  /** One runtime of each version found, oldest first; a JUnit {@code MethodSource}. */
  public static Stream<JavaRuntime> all() {
    return find().stream();
  }

  /** The runtimes of at least this version, oldest first. */
  public static List<JavaRuntime> from(int version) {
    return find().stream().filter(runtime -> runtime.version() >= version).toList();
  }

  private static Collection<JavaRuntime> find() {
    List<Path> candidates = new ArrayList<>();
    String listed =
        System.getProperty(
            "GOSSAMER_JDKS", Objects.requireNonNullElse(System.getenv("GOSSAMER_JDKS"), ""));
    for (String folder : listed.split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        candidates.add(Path.of(folder.strip()));
      }
    }
    candidates.add(
        Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home"))));
    for (String folder : USUAL) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> children = Files.list(Path.of(folder))) {
          children.sorted().forEach(candidates::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    Map<Integer, JavaRuntime> byVersion = new TreeMap<>();
    for (Path candidate : candidates) {
      Path macHome = candidate.resolve("Contents/Home");
      Path home = Files.isDirectory(macHome) ? macHome : candidate;
      int version = version(home);
      if (version > 0) {
        byVersion.putIfAbsent(version, new JavaRuntime(version, home));
      }
    }
    return List.copyOf(byVersion.values());
  }

  /**
   * The feature version that the {@code release} file states, or where there is none, as in some
   * packages of Java 8, the class library's manifest; 0 when the folder is no JDK.
   */
  static int version(Path home) {
    if (!Files.isExecutable(home.resolve("bin").resolve("java"))) {
      return 0;
    }
    try {
      Path release = home.resolve("release");
      if (!Files.isReadable(release)) {
        Path library = home.resolve("lib").resolve("rt.jar");
        return Files.isReadable(library) ? libraryVersion(library) : 0;
      }
      for (String line : Files.readAllLines(release)) {
        if (line.startsWith("JAVA_VERSION=")) {
          String version = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
          return feature(version);
        }
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int libraryVersion(Path library) throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      Manifest manifest = jar.getManifest();
      String version =
          manifest == null ? null : manifest.getMainAttributes().getValue("Specification-Version");
      return version == null ? 0 : feature(version);
    }
  }

  private static int feature(String version) {
    String[] parts = version.split("[._+-]");
    return Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
  }
}
