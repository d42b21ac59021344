package dev.gossamer.smoke.servers;

import dev.gossamer.testing.servers.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A server's zip file as it is published, unpacked below {@code target} once. */
final class Distribution {
  private static final Path FOLDER = Path.of("target", "distributions").toAbsolutePath();

  private Distribution() {}

  /**
   * The folder that the archive consists of.
   *
   * @param name a line of {@code libraries.properties} with nothing but that archive
   */
  static Path unpacked(String name) throws IOException {
    Path archive = Published.named(name).get(0);
    Path target = FOLDER.resolve(archive.getFileName().toString().replace(".zip", ""));
    if (!Files.isDirectory(target)) {
      Files.createDirectories(FOLDER);
      Path half = Files.createTempDirectory(FOLDER, "unpacking-");
      unpack(archive, half);
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }
    try (Stream<Path> children = Files.list(target)) {
      List<Path> only = children.toList();
      if (only.size() != 1) {
        Folder.delete(target);
        throw new IOException(archive + " holds " + only);
      }
      return only.get(0);
    }
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("an entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.resolveSibling("."));
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
          allowToRun(file);
        }
      }
    }
  }

  /** The modes of a zip file are an extension that the JDK does not read. */
  private static void allowToRun(Path file) {
    String name = file.getFileName().toString();
    boolean program = name.endsWith(".sh") || name.indexOf('.') < 0;
    if (program && file.endsWith(Path.of("bin", name)) && !file.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + file + " executable");
    }
  }
}
