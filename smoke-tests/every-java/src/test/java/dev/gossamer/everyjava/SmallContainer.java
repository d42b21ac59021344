package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One processor and 128 MiB, by a control group where this process may make one; else the JVM is
 * told, and what it took at most is read.
 */
final class SmallContainer extends Environment {
  private static final int MEBIBYTES = 128;

  private final JavaRuntime runtime;
  private @Nullable ControlGroup group;

  SmallContainer(JavaRuntime runtime) {
    super(runtime + " with one processor and " + MEBIBYTES + " MiB");
    this.runtime = runtime;
  }

  @Override
  void prepare(Application application, Path folder) {
    group = ControlGroup.of(MEBIBYTES);
    if (group == null) {
      System.out.println("no control group here: " + this + " is only what the JVM is told");
    }
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    AgentJvmBuilder jvm = application.fromClassPath().javaHome(runtime.home()).withoutTuning();
    return group != null
        ? jvm.through(group.entering())
        : jvm.jvmArgs("-XX:ActiveProcessorCount=1", "-XX:MaxRAM=" + MEBIBYTES + "m");
  }

  @Override
  void whileItRuns(AgentJvm jvm) throws IOException {
    String peak =
        Files.readAllLines(Path.of("/proc/" + jvm.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    int kibibytes = Integer.parseInt(peak.replaceAll("\\D", ""));
    System.out.println(this + ": peak " + kibibytes / 1024 + " MiB");
    assertThat(kibibytes).as(peak).isPositive().isLessThan(MEBIBYTES * 1024);
  }

  @Override
  void close() {
    if (group != null) {
      group.close();
    }
  }
}
