package dev.gossamer.everyjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Classes of the application come out of an archive that was made before. */
final class Archive extends Environment {
  enum Kind {
    /** {@code -Xshare:dump}, from a list of classes. */
    STATIC,
    /** {@code -XX:ArchiveClassesAtExit}. */
    DYNAMIC,
    /** {@code -XX:AOTCache}, made under the agent, since the JVM accepts no other under one. */
    AOT
  }

  private static final String SHARED = "source: shared objects file";

  private final Kind kind;
  private final JavaRuntime runtime;
  private Path folder = Path.of("");
  private Set<String> sharedWithoutAgent = Set.of();

  Archive(Kind kind, JavaRuntime runtime) {
    super(runtime + " with an archive, " + kind);
    this.kind = kind;
    this.runtime = runtime;
  }

  @Override
  void prepare(Application application, Path folder) throws Exception {
    this.folder = folder;
    switch (kind) {
      case STATIC -> {
        Path list = folder.resolve("classes.list");
        rehearse(application, "-XX:DumpLoadedClassList=" + list);
        dump(application, list);
      }
      case DYNAMIC -> rehearse(application, "-XX:ArchiveClassesAtExit=" + archive());
      case AOT ->
          application.rehearse(
              java(application)
                  .jvmArgs("-XX:AOTCacheOutput=" + archive())
                  // A JDK out of another distribution may lack what its helper needs.
                  .jvmArgs("-Djdk.lang.Process.launchMechanism=FORK"),
              parts());
    }
    assertThat(archive()).exists();
  }

  private void rehearse(Application application, String option) {
    application.rehearse(java(application).withoutAgent().jvmArgs(option), parts());
  }

  private void dump(Application application, Path list) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(runtime.home().resolve("bin/java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:dump"));
    command.add("-XX:SharedClassListFile=" + list);
    command.add("-XX:SharedArchiveFile=" + archive());
    command.add("-cp");
    command.add(
        application.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    Process dump =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("dump.out").toFile())
            .start();
    assertThat(dump.waitFor()).as("-Xshare:dump").isZero();
  }

  private Path archive() {
    return folder.resolve("orders.archive");
  }

  private Path log() {
    return folder.resolve("classes.log");
  }

  private AgentJvmBuilder java(Application application) {
    return application.fromClassPath().javaHome(runtime.home());
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    String option = kind == Kind.AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    return java(application)
        .jvmArgs(option + archive())
        // Java 25 says on standard output that an archive was made without java.instrument, which
        // every agent brings in, and uses it all the same.
        .jvmArgs("-Xlog:disable", "-Xlog:class+load=info:file=" + log() + "::filecount=0");
  }

  @Override
  void whenItHasEnded(boolean underAgent) throws IOException {
    Set<String> shared = shared();
    Files.delete(log());
    if (!underAgent) {
      sharedWithoutAgent = shared;
      return;
    }
    assertThat(shared).contains(Application.MAIN);
    if (kind != Kind.AOT) {
      Set<String> lost = new TreeSet<>(sharedWithoutAgent);
      lost.removeAll(shared);
      assertThat(lost.size()).as("%s", lost).isLessThan(sharedWithoutAgent.size() / 20);
    }
  }

  private Set<String> shared() throws IOException {
    return Files.readAllLines(log()).stream()
        .filter(line -> line.contains(SHARED))
        .map(line -> List.of(line.split(" ")))
        .map(words -> words.get(words.indexOf("source:") - 1))
        .filter(name -> name.startsWith("org.") && !name.contains("$$"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
