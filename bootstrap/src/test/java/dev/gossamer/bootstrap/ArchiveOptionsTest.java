package dev.gossamer.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveOptionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xshare:dump",
        "-XX:DumpLoadedClassList=classes.txt",
        "-XX:ArchiveClassesAtExit=app.jsa",
        "-XX:+RecordDynamicDumpInfo",
        "-XX:AOTCacheOutput=app.aot",
        "-XX:AOTMode=record",
        "-XX:AOTMode=create"
      })
  void recognisesRunsThatWriteAnArchive(String option) {
    assertThat(ArchiveOptions.writeArchive(new String[] {"-Xmx64m", option})).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xshare:auto",
        "-XX:SharedArchiveFile=app.jsa",
        "-XX:AOTCache=app.aot",
        "-XX:AOTMode=auto",
        "-Dx=-Xshare:dump"
      })
  void leavesRunsAloneThatUseOne(String option) {
    assertThat(ArchiveOptions.writeArchive(new String[] {option})).isFalse();
  }

  @Test
  void takesNoArgumentsForAnOrdinaryRun() {
    assertThat(ArchiveOptions.writeArchive(null)).isFalse();
  }
}
