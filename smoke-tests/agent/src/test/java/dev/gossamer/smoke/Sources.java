package dev.gossamer.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Compiles what exists for one test only. */
final class Sources {
  private Sources() {}

  /**
   * Compiles.
   *
   * @param sources source text by file name, folders included
   * @return {@code classes}
   */
  static Path compile(Path classes, Map<String, String> sources, List<Path> classPath)
      throws IOException {
    Files.createDirectories(classes);
    Path folder = Files.createTempDirectory("sources");
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-d", classes.toString(), "-cp"));
    arguments.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("the sources of the test do not compile");
    }
    return classes;
  }
}
