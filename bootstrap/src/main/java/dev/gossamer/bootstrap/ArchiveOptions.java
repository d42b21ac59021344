package dev.gossamer.bootstrap;

import org.jspecify.annotations.Nullable;

/** JVM options that make this run write, or record for, a class-data archive or AOT cache. */
final class ArchiveOptions {
  private static final String[] WRITING = {
    "-Xshare:dump",
    "-XX:DumpLoadedClassList=",
    "-XX:ArchiveClassesAtExit=",
    "-XX:+RecordDynamicDumpInfo",
    "-XX:AOTCacheOutput=",
    "-XX:AOTMode=record",
    "-XX:AOTMode=create",
  };

  private ArchiveOptions() {}

  static boolean writeArchive(String @Nullable [] arguments) {
    if (arguments != null) {
      for (String argument : arguments) {
        for (String option : WRITING) {
          if (argument.startsWith(option)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
