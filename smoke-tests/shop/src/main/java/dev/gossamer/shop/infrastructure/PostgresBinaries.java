package dev.gossamer.shop.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar they are published in, and the way to run them.
 *
 * <p>PostgreSQL refuses to run as root. Containers usually are root, so then a user name space
 * (unshare) makes root look like nobody while its files stay its own; where the kernel forbids
 * that, the programs and the data move to a temporary folder that belongs to nobody (setpriv).
 */
final class PostgresBinaries {
  private static final String NOBODY = "65534";

  private final Path home;
  private final List<String> prefix;
  private final boolean temporary;

  private PostgresBinaries(Path home, List<String> prefix, boolean temporary) {
    this.home = home;
    this.prefix = prefix;
    this.temporary = temporary;
  }

  /**
   * @param home an existing folder, where they are kept for the next time
   */
  static PostgresBinaries unpackInto(Path home) throws IOException, InterruptedException {
    if (!prints("0", "id", "-u")) {
      return unpacked(home, List.of(), false);
    }
    if (prints(NOBODY, "unshare", "-U", "id", "-u")) {
      return unpacked(home, List.of("unshare", "-U"), false);
    }
    String[] setpriv = {"setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"};
    List<String> asNobody = new ArrayList<>(List.of(setpriv));
    asNobody.addAll(List.of("id", "-u"));
    if (prints(NOBODY, asNobody.toArray(String[]::new))) {
      Path open = Files.createTempDirectory("gossamer-shop-");
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
      return unpacked(open, List.of(setpriv), true);
    }
    throw new IOException(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) works"
            + " here: run the demo as another user");
  }

  private static PostgresBinaries unpacked(Path home, List<String> prefix, boolean temporary)
      throws IOException {
    PostgresBinaries binaries = new PostgresBinaries(home, prefix, temporary);
    Path programs = home.resolve("programs");
    if (!Files.isDirectory(programs)) {
      Path half = home.resolve("programs.unpacking");
      Folder.delete(half);
      unpackArchive(half);
      Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
    }
    return binaries;
  }

  /** The command line for one of PostgreSQL's programs. */
  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("programs").resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** An empty folder that the programs may write to. */
  Path freshFolder(String name) throws IOException {
    Path folder = home.resolve(name);
    Folder.delete(folder);
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (temporary) {
      UserPrincipal nobody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
      Files.setOwner(folder, nobody);
    }
    return folder;
  }

  /** Removes what was put into a temporary folder; keeps what stands where the caller said. */
  void deleteTemporary() throws IOException {
    if (temporary) {
      Folder.delete(home);
    }
  }

  private static void unpackArchive(Path target) throws IOException {
    String name = "/" + archive();
    try (InputStream resource = PostgresBinaries.class.getResourceAsStream(name)) {
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

  private static boolean prints(String expected, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      @Nullable String line = process.inputReader().readLine();
      return process.waitFor() == 0 && expected.equals(line);
    } catch (IOException missing) {
      return false;
    }
  }
}
