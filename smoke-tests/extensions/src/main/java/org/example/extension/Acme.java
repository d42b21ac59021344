package org.example.extension;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;

/** Writes lines where the test reads them, and to standard error, where it awaits them. */
final class Acme {
  private Acme() {}

  static synchronized void tell(ConfigProperties config, String line) {
    Path file = Paths.get(config.getString("acme.file", ""));
    try {
      Files.write(
          file,
          line.concat("\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      System.err.println("acme: " + line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
