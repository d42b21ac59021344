package dev.gossamer.smoke.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.example.shop.ShopServlet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The application as an archive. Immutable.
 *
 * @param javax whether for servlets of before Jakarta EE 9
 * @param settings what the application finds in {@code WEB-INF/shop.properties}
 * @param libraries what stands in {@code WEB-INF/lib}
 */
record War(boolean javax, Map<String, String> settings, List<Path> libraries) {
  /** Puts it where a server looks for it, at one go: it must not see half a file. */
  void deploy(Path target) throws IOException {
    Path half = Files.createTempFile(target.resolveSibling("..").normalize(), "half", "");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(half))) {
      try (Stream<Path> files = Files.list(classes().resolve("org/example/shop"))) {
        for (Path file : files.sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          String name = "WEB-INF/classes/org/example/shop/" + file.getFileName();
          put(zip, name, javax ? renamed(bytes) : bytes);
        }
      }
      for (Path library : libraries) {
        put(zip, "WEB-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
      }
      put(zip, "WEB-INF/shop.properties", properties());
      put(zip, "hello.txt", "hello\n".getBytes(StandardCharsets.US_ASCII));
    }
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private byte[] properties() throws IOException {
    Properties all = new Properties();
    all.putAll(settings);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    all.store(out, null);
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] renamed(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    Remapper toJavax =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            return name.replace("jakarta/servlet/", "javax/servlet/");
          }
        };
    new ClassReader(classFile).accept(new ClassRemapper(writer, toJavax), 0);
    return writer.toByteArray();
  }

  private static Path classes() {
    try {
      return Path.of(ShopServlet.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
