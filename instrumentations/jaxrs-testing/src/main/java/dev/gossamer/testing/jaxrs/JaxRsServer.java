package dev.gossamer.testing.jaxrs;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.app.TestApp;
import dev.gossamer.testing.jaxrs.app.JaxRsApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * One version of a framework with the application: compiled once, against {@code javax}, and
 * renamed for frameworks that know {@code jakarta}.
 *
 * @param libraries the framework and its container, a name in {@code libraries.properties}
 * @param main starts it; in a package that ends in {@code app}, all of which is renamed
 * @param jakarta whether it knows {@code jakarta}
 */
public record JaxRsServer(String libraries, Class<?> main, boolean jakarta) {
  /** A framework that knows {@code javax.ws.rs}. */
  public static JaxRsServer javax(String libraries, Class<?> main) {
    return new JaxRsServer(libraries, main, false);
  }

  /** A framework that knows {@code jakarta.ws.rs}. */
  public static JaxRsServer jakarta(String libraries, Class<?> main) {
    return new JaxRsServer(libraries, main, true);
  }

  /** The application in its JVM. */
  public AgentJvmBuilder application() {
    try {
      Path classes = Path.of("target", "apps", main.getSimpleName(), libraries).toAbsolutePath();
      copy(JaxRsApplication.class, classes);
      copy(main, classes);
      List<Path> classPath = new ArrayList<>();
      classPath.add(classes);
      classPath.add(place(TestApp.class));
      classPath.addAll(Libraries.named(libraries));
      return AgentJvm.app(main).classPath(classPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the classes of the package in which a class is, renamed where that is needed. */
  public void copy(Class<?> type, Path target) throws IOException {
    Path place = place(type);
    String folder = type.getPackageName().replace('.', '/');
    Files.createDirectories(target.resolve(folder));
    if (Files.isDirectory(place)) {
      copy(place.resolve(folder), target.resolve(folder));
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        copy(jar.getPath(folder), target.resolve(folder));
      }
    }
  }

  private void copy(Path source, Path target) throws IOException {
    try (Stream<Path> classFiles = Files.list(source)) {
      for (Path classFile : classFiles.toList()) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(classFile))
            .accept(new ClassRemapper(writer, jakarta ? new Jakarta() : new Remains()), 0);
        Files.write(target.resolve(classFile.getFileName().toString()), writer.toByteArray());
      }
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Remains extends Remapper {
    Remains() {
      super(Opcodes.ASM9);
    }
  }

  private static final class Jakarta extends Remapper {
    Jakarta() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      return name.startsWith("javax/ws/rs/") || name.startsWith("javax/servlet/")
          ? "jakarta" + name.substring("javax".length())
          : name;
    }

    @Override
    public Object mapValue(Object value) {
      return value instanceof String text && text.startsWith("javax.ws.rs.")
          ? "jakarta" + text.substring("javax".length())
          : super.mapValue(value);
    }
  }
}
