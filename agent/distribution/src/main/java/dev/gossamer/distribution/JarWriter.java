package dev.gossamer.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a jar whose bytes depend on nothing but its entries. */
final class JarWriter {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final String version;
  private final SortedMap<String, byte[]> deflated = new TreeMap<>();
  private final SortedMap<String, byte[]> stored = new TreeMap<>();

  JarWriter(String version) {
    this.version = version;
  }

  void add(String name, byte[] bytes) {
    deflated.put(name, bytes);
  }

  void addStored(String name, byte[] bytes) {
    stored.put(name, bytes);
  }

  byte[] write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      write(zip, MANIFEST, manifest(), false);
      for (Map.Entry<String, byte[]> entry : deflated.entrySet()) {
        write(zip, entry.getKey(), entry.getValue(), false);
      }
      for (Map.Entry<String, byte[]> entry : stored.entrySet()) {
        write(zip, entry.getKey(), entry.getValue(), true);
      }
    }
    return bytes.toByteArray();
  }

  private byte[] manifest() {
    return ("""
        Manifest-Version: 1.0
        Premain-Class: dev.gossamer.bootstrap.Agent
        Main-Class: dev.gossamer.bootstrap.CommandLine
        Agent-Class: dev.gossamer.bootstrap.Agent
        Can-Retransform-Classes: true
        Can-Redefine-Classes: true
        Implementation-Title: Gossamer
        Implementation-Version: %s

        """
            .formatted(version))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes, boolean store)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    if (store) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
