package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of configuration files. */
final class Trees {
  private Trees() {}

  /** Copies a folder with all that is in it. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path file : all) {
      Path copy = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(file, copy);
      }
    }
  }

  /** Replaces texts of a file, each of which must be there. */
  static void edit(Path file, Map<String, String> replaced) throws IOException {
    String text = Files.readString(file);
    for (Map.Entry<String, String> change : replaced.entrySet()) {
      if (!text.contains(change.getKey())) {
        throw new IllegalStateException(file + " has no " + change.getKey());
      }
      text = text.replace(change.getKey(), change.getValue());
    }
    Files.writeString(file, text);
  }
}
