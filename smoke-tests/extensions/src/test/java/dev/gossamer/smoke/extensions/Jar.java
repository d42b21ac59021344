package dev.gossamer.smoke.extensions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar of some classes of this module. */
final class Jar {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Where a class comes from. */
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a class and its nested ones. */
  Jar with(Class<?>... types) {
    for (Class<?> type : types) {
      Path folder = home(type).resolve(type.getPackageName().replace('.', '/'));
      String name = type.getName().substring(type.getPackageName().length() + 1);
      try (var files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          String other = file.getFileName().toString();
          if (other.equals(name + ".class") || other.startsWith(name + "$")) {
            entries.put(home(type).relativize(file).toString(), Files.readAllBytes(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /** Adds classes, and says that they are providers of this service. */
  Jar providing(Class<?> service, Class<?>... providers) {
    List<String> names = new ArrayList<>();
    for (Class<?> provider : providers) {
      with(provider);
      names.add(provider.getName());
    }
    return providing(service.getName(), "# comment\n" + String.join("\n", names));
  }

  /** Adds a service's file. */
  Jar providing(String service, String text) {
    entries.put("META-INF/services/" + service, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes it. */
  Path write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          out.putNextEntry(new ZipEntry(entry.getKey()));
          out.write(entry.getValue());
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
