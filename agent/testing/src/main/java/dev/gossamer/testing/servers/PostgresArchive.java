package dev.gossamer.testing.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs in the jar they are published in. */
final class PostgresArchive {
  private PostgresArchive() {}

  /** Unpacks them, unless an earlier run did; returns their folder. */
  static Path unpack(Path home) throws IOException {
    Path programs = home.resolve("programs");
    if (!Files.isDirectory(programs)) {
      Path half = Files.createTempDirectory(home, "unpacking-");
      Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpackInto(half);
      Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
    }
    return programs;
  }

  private static void unpackInto(Path target) throws IOException {
    String name = "/" + archive();
    try (InputStream resource = PostgresArchive.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IOException("no PostgreSQL for this system on the class path: " + name);
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpackEntry(tar, entry, target);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("an entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String archive() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
      return "postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
    return "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }
}
