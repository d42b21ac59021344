package dev.gossamer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JcmdTest {
  @Test
  void threadsAreCountedByNameWithoutTheirNumbers() {
    String dump =
        """
        "main" #1 prio=5 os_prio=0 cpu=54.60ms elapsed=1.23s tid=0x1 nid=0x2 runnable
           java.lang.Thread.State: RUNNABLE
        "http-nio-8080-exec-1" #21 daemon prio=5 os_prio=0
        "http-nio-8080-exec-12" #32 daemon prio=5 os_prio=0
        "C2 CompilerThread0" #5 daemon prio=9 os_prio=0
        "VM Thread" os_prio=0 cpu=3.81ms
        """;
    assertThat(Jcmd.threadNames(dump))
        .containsOnlyKeys("main", "http-nio-*-exec-*")
        .containsEntry("http-nio-*-exec-*", 2);
  }

  @Test
  void theCodeCacheIsWhatAllItsHeapsHold() {
    String output =
        """
        4711:
        CodeHeap 'non-profiled nmethods': size=120028Kb used=21Kb max_used=30Kb free=120006Kb
         bounds [0x1, 0x2, 0x3]
        CodeHeap 'profiled nmethods': size=120028Kb used=100Kb max_used=101Kb free=119927Kb
         total_blobs=500 nmethods=200 adapters=280
        """;
    assertThat(Jcmd.codeCacheKiB(output)).isEqualTo(121);
  }

  @Test
  void classesAreThoseFromFilesAndThoseFromTheArchive() {
    Jcmd.Counters counters =
        Jcmd.Counters.parse(
            """
            4711:
            java.cls.loadedClasses=10
            java.cls.sharedLoadedClasses=450
            sun.gc.generation.0.space.0.used=1048576
            sun.gc.generation.1.space.0.used=2097152
            sun.gc.metaspace.used=524288
            """);
    assertThat(counters.classes()).isEqualTo(460);
    assertThat(counters.heapMiB()).isEqualTo(3);
    assertThat(counters.metaspaceMiB()).isEqualTo(0.5);
  }
}
