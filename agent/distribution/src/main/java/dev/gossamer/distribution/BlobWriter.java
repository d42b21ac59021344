package dev.gossamer.distribution;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the agent's block of entries; read by {@code dev.gossamer.bootstrap.Blob}. */
final class BlobWriter {
  private static final int MAGIC = 0x474f5302;
  private static final int HEADER = 16;
  private static final int GROUP = 16;
  private static final int SLOT = 20;

  private final Map<String, ByteArrayOutputStream> groups = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  private record Place(int group, int offset, int length) {}

  /** Adds an entry to a group: what is in one group is unpacked together. */
  void add(String group, String name, byte[] bytes) {
    ByteArrayOutputStream out =
        groups.computeIfAbsent(group, unused -> new ByteArrayOutputStream());
    int index = List.copyOf(groups.keySet()).indexOf(group);
    if (!name.chars().allMatch(c -> c < 128)) {
      throw new IllegalArgumentException(name + " is not plain ASCII");
    }
    if (places.put(name, new Place(index, out.size(), bytes.length)) != null) {
      throw new IllegalArgumentException(name + " is there twice");
    }
    out.writeBytes(bytes);
  }

  int groups() {
    return groups.size();
  }

  int entries() {
    return places.size();
  }

  byte[] write() {
    // At most two thirds of them are taken.
    int slots = 2 * Integer.highestOneBit(Math.max(places.size() * 3 / 2, 1));
    int namesAt = HEADER + groups.size() * GROUP + slots * SLOT;
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    int[] table = new int[slots * 5];
    places.forEach(
        (name, place) -> {
          int slot = name.hashCode() & (slots - 1);
          while (table[slot * 5 + 1] != 0) {
            slot = (slot + 1) & (slots - 1);
          }
          int[] values = {
            name.hashCode(), namesAt + names.size(), place.group, place.offset, place.length
          };
          System.arraycopy(values, 0, table, slot * 5, values.length);
          names.write(name.length() >> 8);
          names.write(name.length());
          names.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        });
    List<byte[]> deflated = new ArrayList<>();
    groups.values().forEach(group -> deflated.add(deflate(group.toByteArray())));
    int dataAt = namesAt + names.size();
    int size = dataAt + deflated.stream().mapToInt(bytes -> bytes.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(MAGIC).putInt(groups.size()).putInt(slots).putInt(dataAt);
    int at = dataAt;
    int i = 0;
    for (ByteArrayOutputStream group : groups.values()) {
      byte[] bytes = deflated.get(i++);
      CRC32 check = new CRC32();
      check.update(bytes);
      out.putInt(at).putInt(bytes.length).putInt(group.size()).putInt((int) check.getValue());
      at += bytes.length;
    }
    for (int value : table) {
      out.putInt(value);
    }
    out.put(names.toByteArray());
    deflated.forEach(out::put);
    return out.array();
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
