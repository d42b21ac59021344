package dev.gossamer.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** An agent that does nothing but print; its class comes from the application's class path. */
final class TrivialAgent {
  private TrivialAgent() {}

  /** Prints a start-up line and, as a further line, the options it was given. */
  public static void premain(@Nullable String options) {
    System.err.println("[gossamer] started");
    if (options != null) {
      System.err.println(options);
    }
  }

  static Path jar() {
    try {
      Path jar = Files.createTempFile("trivial-agent", ".jar");
      jar.toFile().deleteOnExit();
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().putValue("Premain-Class", TrivialAgent.class.getName());
      try (OutputStream out = Files.newOutputStream(jar)) {
        new JarOutputStream(out, manifest).close();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
