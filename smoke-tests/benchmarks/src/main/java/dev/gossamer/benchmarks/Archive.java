package dev.gossamer.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** What a JVM keeps of an application's classes, for its next start. */
enum Archive {
  /** Class data sharing, dumped at the end of a run (JEP 350). */
  APP_CDS(".jsa", 17, Measure.ARCHIVE_READY_CPU, Measure.ARCHIVE_CLASSES) {
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
  AOT_CACHE(".aot", 25, Measure.CACHE_READY_CPU, Measure.CACHE_CLASSES) {
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
  private final Measure cpu;
  private final Measure classes;

  Archive(String extension, int leastJava, Measure cpu, Measure classes) {
    this.extension = extension;
    this.leastJava = leastJava;
    this.cpu = cpu;
    this.classes = classes;
  }

  /** Of its file. */
  String extension() {
    return extension;
  }

  int leastJava() {
    return leastJava;
  }

  /** What a start from it costs. */
  Measure cpu() {
    return cpu;
  }

  /** How many classes came out of it. */
  Measure classes() {
    return classes;
  }

  /** Options of the run that makes it, when it ends. */
  abstract List<String> made(Path file);

  /** Options of a run that uses it. */
  abstract List<String> used(Path file);
}
