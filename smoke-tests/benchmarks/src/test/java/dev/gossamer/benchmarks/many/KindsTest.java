package dev.gossamer.benchmarks.many;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KindsTest {
  @Test
  void thereAreTenThousandThatCanBeLoaded(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("kinds.jar");
    Kinds.write(jar);
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.stream()).hasSize(10_000);
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      Class<?> last = loader.loadClass("dev.gossamer.benchmarks.many.Kind10000");
      assertThat(last.getConstructor().newInstance()).hasToString("[] 0");
    }
  }
}
