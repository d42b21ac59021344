package dev.gossamer.everyjava;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Jars that the tests make. */
final class Jars {
  private Jars() {}

  /** A jar of all that a folder holds, with these attributes in its manifest. */
  static Path pack(Path jar, Path folder, Map<String, String> attributes) throws IOException {
    StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\n");
    attributes.forEach(
        (name, value) -> {
          // Lines of a manifest are 72 bytes at most.
          String rest = name + ": " + value;
          for (; rest.length() > 70; rest = " " + rest.substring(70)) {
            manifest.append(rest, 0, 70).append('\n');
          }
          manifest.append(rest).append('\n');
        });
    Path file = Files.writeString(Files.createTempFile("manifest", ".mf"), manifest);
    List<String> arguments = new ArrayList<>(List.of("--create", "--file", jar.toString()));
    arguments.addAll(List.of("--manifest", file.toString(), "-C", folder.toString(), "."));
    Tool.run("jar", arguments);
    Files.delete(file);
    return jar;
  }

  /** The jar or folder that a class comes from. */
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tools of the JDK that run in this JVM. */
  static final class Tool {
    private Tool() {}

    static void run(String name, List<String> arguments) {
      int code =
          ToolProvider.findFirst(name)
              .orElseThrow(() -> new IllegalStateException("no " + name + " in this JDK"))
              .run(System.out, System.err, arguments.toArray(String[]::new));
      if (code != 0) {
        throw new AssertionError(name + " " + arguments + " ended with " + code);
      }
    }
  }
}
