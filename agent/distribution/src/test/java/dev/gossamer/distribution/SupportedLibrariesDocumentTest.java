package dev.gossamer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SupportedLibrariesDocumentTest {
  @Test
  void theCommittedFileIsWhatTheDescriptorsSay() throws Exception {
    assertThat(Files.readString(Path.of("../../docs/supported-libraries.md")))
        .as("write it anew with SupportedLibrariesDocument.main")
        .isEqualTo(SupportedLibrariesDocument.text());
  }
}
