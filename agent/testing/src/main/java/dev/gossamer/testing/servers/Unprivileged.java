package dev.gossamer.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs servers that refuse to run as root.
 *
 * <p>Containers usually are root, so then a user name space (unshare) makes root look like nobody
 * while its files stay its own; where the kernel forbids that, programs and data move to a
 * temporary folder that belongs to nobody (setpriv).
 */
final class Unprivileged {
  private static final String NOBODY = "65534";

  private final Path home;
  private final List<String> prefix;
  private final boolean temporary;

  private Unprivileged(Path home, List<String> prefix, boolean temporary) {
    this.home = home;
    this.prefix = prefix;
    this.temporary = temporary;
  }

  /**
   * Finds out how.
   *
   * @param home where programs and data stand if their place is free to choose; made if missing
   */
  static Unprivileged in(Path home) throws IOException, InterruptedException {
    Path absolute = Files.createDirectories(home.toAbsolutePath());
    if (!prints("0", List.of("id", "-u"))) {
      return new Unprivileged(absolute, List.of(), false);
    }
    if (prints(NOBODY, List.of("unshare", "-U", "id", "-u"))) {
      return new Unprivileged(absolute, List.of("unshare", "-U"), false);
    }
    List<String> setpriv =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    List<String> check = new ArrayList<>(setpriv);
    check.addAll(List.of("id", "-u"));
    if (prints(NOBODY, check)) {
      Path open = Files.createTempDirectory("gossamer-server-");
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new Unprivileged(open, setpriv, true);
    }
    throw new IOException(
        "The server refuses to run as root, and neither unshare nor setpriv (util-linux) works"
            + " here: run this as another user");
  }

  /** Where programs and data stand. */
  Path home() {
    return home;
  }

  /**
   * The command line that runs a shell script.
   *
   * @param arguments the script's {@code $1}, {@code $2}, ...
   */
  List<String> shell(String script, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("sh", "-c", script, "sh"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A new, empty folder that the server may write to. */
  Path dataFolder() throws IOException {
    Path folder = Files.createTempDirectory(home, "data-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (temporary) {
      UserPrincipal nobody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
      Files.setOwner(folder, nobody);
    }
    return folder;
  }

  /** Removes the programs where they stand in a temporary folder; else they stay. */
  void deleteTemporary() {
    if (temporary) {
      try {
        Folder.delete(home);
      } catch (IOException e) {
        System.err.println("could not delete " + home + ": " + e);
      }
    }
  }

  private static boolean prints(String expected, List<String> command) throws InterruptedException {
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
