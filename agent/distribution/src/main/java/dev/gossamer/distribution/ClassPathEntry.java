package dev.gossamer.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * A jar or a directory of classes.
 *
 * @param path of the file or directory
 * @param classFiles by internal name, without those for certain Java versions
 */
record ClassPathEntry(Path path, SortedMap<String, byte[]> classFiles) {
  static ClassPathEntry read(Path path) throws IOException {
    SortedMap<String, byte[]> classFiles = new TreeMap<>();
    if (Files.isDirectory(path)) {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = path.relativize(file).toString().replace('\\', '/');
              put(classFiles, name, Files.readAllBytes(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } else if (Files.exists(path)) {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        for (var entry : zip.stream().toList()) {
          try (InputStream in = zip.getInputStream(entry)) {
            put(classFiles, entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return new ClassPathEntry(path, classFiles);
  }

  private static void put(SortedMap<String, byte[]> classFiles, String name, byte[] bytes) {
    if (name.endsWith(".class")
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class")
        && !name.endsWith("package-info.class")) {
      classFiles.put(name.substring(0, name.length() - ".class".length()), bytes);
    }
  }

  /** For messages. */
  String name() {
    return path.getFileName().toString();
  }

  boolean has(String prefix) {
    SortedMap<String, byte[]> tail = classFiles.tailMap(prefix);
    return !tail.isEmpty() && tail.firstKey().startsWith(prefix);
  }
}
