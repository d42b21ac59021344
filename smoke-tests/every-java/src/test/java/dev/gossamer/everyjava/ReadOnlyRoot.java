package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that cannot be written, and no /tmp: a mount name space of its own, which takes root. */
final class ReadOnlyRoot extends Environment {
  /** The first argument is an empty folder, which becomes the root; the others are the command. */
  private static final String SCRIPT =
      """
      set -e
      root=$1
      shift
      mount -t tmpfs none "$root"
      for entry in /*; do
        if [ "$entry" = /tmp ]; then
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
    super("read-only files and no /tmp");
  }

  @Override
  void prepare(Application application, Path folder) throws Exception {
    if (application.jar().startsWith("/tmp")
        || Path.of(System.getProperty("gossamer.jar")).startsWith("/tmp")) {
      cannotBeHad("the application or the agent is in /tmp");
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
    return List.of("unshare", "-m", "sh", "-c", SCRIPT, "sh", root.toString());
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
    assertThat(Path.of("/proc/" + jvm.pid() + "/root/tmp")).doesNotExist();
  }
}
