package dev.gossamer.everyjava;

import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All of them. */
final class Environments {
  private Environments() {}

  static Stream<Environment> all() {
    List<Environment> all = new ArrayList<>();
    List<JavaRuntime> runtimes = JavaRuntimes.from(8);
    runtimes.forEach(runtime -> all.add(new PlainJava(runtime)));
    all.add(new TrimmedRuntime("java.base,java.instrument,java.sql", Part.DATABASE, Part.STOCK));
    all.add(new TrimmedRuntime("java.base,java.instrument", Part.STOCK));
    all.add(new ReadOnlyRoot());
    all.add(new NoTemporaryFolder());
    for (JavaRuntime runtime : runtimes) {
      if (Set.of(17, 25).contains(runtime.version())) {
        all.add(new SmallContainer(runtime));
        all.add(new ModulePath(runtime));
      }
      if (Set.of(11, 25).contains(runtime.version())) {
        all.add(new Archive(Archive.Kind.STATIC, runtime));
      }
      if (runtime.version() >= 17) {
        all.add(new Archive(Archive.Kind.DYNAMIC, runtime));
      }
      if (runtime.version() >= 25) {
        all.add(new Archive(Archive.Kind.AOT, runtime));
      }
      if (runtime.version() <= 17) {
        all.add(new UnderSecurityManager(runtime));
      }
    }
    for (BesideAgent.Order order : BesideAgent.Order.values()) {
      all.add(new BesideWitness(order));
      all.add(new BesideJacoco(order));
    }
    return all.stream();
  }

  /** The Java that this build tests with. */
  static Path javaHome() {
    return Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
  }
}
