package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that cannot be written, and no folder for temporary ones: a mount name space of its own,
 * which takes root.
 */
final class ReadOnlyRoot extends Environment {
  /** The JVM's, which is the system's. */
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  /**
   * The first argument is an empty folder, which becomes the root, the second is what is not in it;
   * the others are the command.
   */
  private static final String SCRIPT =
      """
      set -e
      root=$1
      left_out=$2
      shift 2
      mount -t tmpfs none "$root"
      for entry in /*; do
        if [ "$entry" = "$left_out" ]; then
          continue
        elif [ -L "$entry" ]; then
          ln -s "$(readlink "$entry")" "$root$entry"
        elif [ -d "$entry" ]; then
          mkdir "$root$entry"
          mount --rbind "$entry" "$root$entry"
        fi
      done
      mounts=$(cat /proc/self/mountinfo)
      printf '%s\n' "$mounts" | while read -r id parent device from mounted rest; do
        case $mounted in
          "$root"/proc* | "$root"/sys* | "$root"/dev*) ;;
          "$root"*) mount -o remount,bind,ro "$mounted" ;;
        esac
      done
      exec chroot "$root" "$@"
      """;

  private Path root = Path.of("");

  ReadOnlyRoot() {
    super("read-only files and no folder for temporary ones");
  }

  @Override
  void prepare(Application application, Path folder) throws Exception {
    if (!TEMPORARY.getRoot().equals(TEMPORARY.getParent())) {
      cannotBeHad(TEMPORARY + " is not at the root");
    }
    if (application.jar().startsWith(TEMPORARY)
        || Path.of(System.getProperty("gossamer.jar")).startsWith(TEMPORARY)) {
      cannotBeHad("the application or the agent is in " + TEMPORARY);
    }
    root = folder;
    List<String> rehearsal = new ArrayList<>(command());
    rehearsal.add("true");
    Process process;
    try {
      process = new ProcessBuilder(rehearsal).redirectErrorStream(true).start();
    } catch (IOException e) {
      cannotBeHad("there is no unshare (util-linux)");
      return;
    }
    String said = process.inputReader().readLine();
    if (process.waitFor() != 0) {
      cannotBeHad("mounts cannot be changed: " + said);
    }
  }

  private List<String> command() {
    return List.of(
        "unshare", "-m", "sh", "-c", SCRIPT, "sh", root.toString(), TEMPORARY.toString());
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return application.fromClassPath().through(command());
  }

  @Override
  void whileItRuns(AgentJvm jvm) throws IOException {
    List<String> mounts = Files.readAllLines(Path.of("/proc/" + jvm.pid() + "/mountinfo"));
    assertThat(mounts)
        .isNotEmpty()
        .filteredOn(mount -> !mount.split(" ")[4].matches("/(proc|sys|dev)(/.*)?"))
        .isNotEmpty()
        .allMatch(mount -> mount.split(" ")[5].startsWith("ro"));
    assertThat(Path.of("/proc/" + jvm.pid() + "/root" + TEMPORARY)).doesNotExist();
  }
}
