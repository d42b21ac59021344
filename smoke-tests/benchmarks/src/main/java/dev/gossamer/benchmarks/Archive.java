package dev.gossamer.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** What a JVM keeps of an application's classes, for its next start. */
enum Archive {
  /** Class data sharing, dumped at the end of a run (JEP 350). */
  APP_CDS(".jsa", 17) {
    @Override
    List<String> made(Path file) {
      return List.of("-XX:ArchiveClassesAtExit=" + file);
    }

    @Override
    List<String> used(Path file) {
      return List.of("-XX:SharedArchiveFile=" + file);
    }
  },

  /**
   * Classes loaded and linked (JEP 483, 514). A JVM with an agent has the module of the agents'
   * interface; a cache that was made without it is not used at all.
   */
  AOT_CACHE(".aot", 25) {
    @Override
    List<String> made(Path file) {
      return List.of("-XX:AOTCacheOutput=" + file, "--add-modules", "java.instrument");
    }

    @Override
    List<String> used(Path file) {
      return List.of("-XX:AOTCache=" + file, "--add-modules", "java.instrument");
    }
  };

  private final String extension;
  private final int leastJava;

  Archive(String extension, int leastJava) {
    this.extension = extension;
    this.leastJava = leastJava;
  }

  /** Of its file. */
  String extension() {
    return extension;
  }

  int leastJava() {
    return leastJava;
  }

  /** Options of the run that makes it, when it ends. */
  abstract List<String> made(Path file);

  /** Options of a run that uses it. */
  abstract List<String> used(Path file);
}
