package dev.gossamer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class LibrariesTest {
  @Test
  void findsALibraryAndWhatItNeeds() {
    assertThat(Libraries.named("simple"))
        .allMatch(Files::isRegularFile)
        .extracting(LibrariesTest::name)
        .satisfiesExactlyInAnyOrder(
            name -> assertThat(name).startsWith("slf4j-simple-"),
            name -> assertThat(name).startsWith("slf4j-api-"));
  }

  @Test
  void saysWhichVersionIsMissing() {
    assertThatThrownBy(() -> Libraries.named("unknown"))
        .hasMessageContaining("unknown")
        .hasMessageContaining("no-such.version");
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }
}
