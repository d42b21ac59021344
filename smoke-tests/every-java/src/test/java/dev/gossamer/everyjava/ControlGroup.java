package dev.gossamer.everyjava;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A control group of Linux, version 1 or 2, for the JVMs of one test. */
final class ControlGroup {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final List<Path> folders = new ArrayList<>();

  private ControlGroup() {}

  /** One with one processor and so much memory; null where this process may make none. */
  static @Nullable ControlGroup of(int mebibytes) {
    String name = "gossamer-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    long bytes = mebibytes * 1024L * 1024;
    ControlGroup group = new ControlGroup();
    try {
      if (Files.exists(ROOT.resolve("cgroup.controllers"))) {
        Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+memory +cpu");
        Path folder = group.make(ROOT.resolve(name));
        Files.writeString(folder.resolve("memory.max"), "" + bytes);
        Files.writeString(folder.resolve("cpu.max"), "100000 100000");
      } else {
        Path memory = group.make(ROOT.resolve("memory").resolve(name));
        Files.writeString(memory.resolve("memory.limit_in_bytes"), "" + bytes);
        Path cpu = group.make(ROOT.resolve("cpu").resolve(name));
        Files.writeString(cpu.resolve("cpu.cfs_period_us"), "100000");
        Files.writeString(cpu.resolve("cpu.cfs_quota_us"), "100000");
      }
      return group;
    } catch (IOException e) {
      System.out.println("control groups: " + e);
      group.close();
      return null;
    }
  }

  private Path make(Path folder) throws IOException {
    folders.add(Files.createDirectory(folder));
    return folder;
  }

  /** A command that enters the group and becomes the command that is given to it. */
  List<String> entering() {
    StringBuilder script = new StringBuilder();
    for (Path folder : folders) {
      script.append("echo $$ > ").append(folder.resolve("cgroup.procs")).append(" && ");
    }
    return List.of("sh", "-c", script + "exec \"$@\"", "sh");
  }

  /** Removes it; what runs in it still keeps it there. */
  void close() {
    for (Path folder : folders) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        System.out.println("a control group stays: " + e.getMessage());
      }
    }
  }
}
