package dev.gossamer.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.RecordingServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The agent reads its classes out of its jar when they are needed, which may be much later. */
final class JarChangedTest {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  @TempDir Path folder;

  @Test
  void theJarMayBeDeletedWhenTheAgentHasStarted() throws IOException {
    Path jar = Files.copy(Apps.agent(), folder.resolve("gossamer.jar"));
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(jar));
    jvm.awaitErrorLine(line -> line.contains("ready after"));
    Files.delete(jar);

    try (RecordingServer farEnd = RecordingServer.start()) {
      assertThat(jvm.callUnderSpan(null, "journey", farEnd.url("/far"))).isEqualTo("42 200");
    }

    AGENT.traces().exactly(Apps.journey());
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stderr()).hasSize(1);
  }

  @Test
  void aJarThatWasOverwrittenCostsSpansAndNotTheApplication() throws IOException {
    Path jar = Files.copy(Apps.agent(), folder.resolve("gossamer.jar"));
    AgentJvm jvm = AGENT.launch(Apps.smoke().agent(jar));
    jvm.awaitErrorLine(line -> line.contains("ready after"));
    overwriteClasses(jar);

    try (RecordingServer farEnd = RecordingServer.start()) {
      for (int i = 0; i < 3; i++) {
        assertThat(jvm.callUnderSpan(null, "journey", farEnd.url("/far"))).isEqualTo("42 200");
      }
    }

    AGENT.expectErrorLine(
        jvm, jar + " is damaged, or was changed while the JVM runs: restart the JVM");
    AGENT.expectErrorLine(jvm, "NoClassDefFoundError: dev/gossamer/");
    assertThat(jvm.finish()).isZero();
    AGENT.receiver().claimAll();
    assertThat(jvm.stderr()).filteredOn(line -> line.contains("was changed")).hasSize(1);
    assertThat(jvm.stderr()).allMatch(line -> line.startsWith("[gossamer] "));
  }

  /** Of the block of classes all but its table. */
  private static void overwriteClasses(Path jar) throws IOException {
    String bytes = new String(Files.readAllBytes(jar), StandardCharsets.ISO_8859_1);
    int block = bytes.indexOf("GOS\u0002");
    byte[] header = bytes.substring(block, block + 16).getBytes(StandardCharsets.ISO_8859_1);
    int table = ByteBuffer.wrap(header).getInt(12);
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
      file.seek(block + table);
      file.write(new byte[1_000_000]);
    }
  }
}
