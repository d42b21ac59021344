package dev.gossamer.telemetry;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A file of certificates or of a key that somebody may replace. Not thread-safe. */
final class PemFile {
  private static final int LARGEST = 4 << 20;
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

  private final String path;
  private final File file;
  private long modified;
  private long length = -1;

  PemFile(String path) {
    this.path = path;
    file = new File(path);
  }

  /** Whether it is another one than that which was read. */
  boolean hasChanged() {
    return file.lastModified() != modified || file.length() != length;
  }

  /** Its content. What replaces it while it is read counts as a change. */
  byte[] read() throws IOException {
    modified = file.lastModified();
    length = file.length();
    return SystemFiles.bytes(path, LARGEST);
  }

  /** {@link #read}, for a file that has to hold a certificate. */
  byte[] readCertificates() throws IOException {
    byte[] bytes = read();
    if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(CERTIFICATE)) {
      throw new IOException("no certificate in " + path);
    }
    return bytes;
  }

  /** Has it read again although it has not changed. */
  void forget() {
    length = -1;
  }

  /** What to tell of a failure to use a file. */
  static String reason(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
