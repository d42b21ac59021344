package dev.gossamer.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads small files. */
final class SystemFiles {
  private SystemFiles() {}

  /** The beginning of the file as text; empty when it cannot be read. */
  static String read(String path, int most) {
    try {
      return new String(bytes(path, most), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  /** The beginning of the file. */
  static byte[] bytes(String path, int most) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] part = new byte[4096];
      int count;
      while (bytes.size() < most
          && (count = in.read(part, 0, Math.min(part.length, most - bytes.size()))) > 0) {
        bytes.write(part, 0, count);
      }
      return bytes.toByteArray();
    }
  }
}
