package dev.gossamer.instrumentation.rxjava;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
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

/** The application with one version of RxJava, its classes renamed where that is RxJava 3. */
final class RxLibraries {
  private static final String APPLICATION = "dev/gossamer/instrumentation/rxjava";
  private static final String RXJAVA = "io/reactivex/";

  private RxLibraries() {}

  static AgentJvmBuilder application(String version) {
    List<Path> classPath = new ArrayList<>();
    Path classes = codeOf(RxApp.class);
    classPath.add(version.startsWith("3") ? renamed(classes, version) : classes);
    classPath.add(codeOf(TestApp.class));
    classPath.addAll(Libraries.named(version));
    return AgentJvm.app(RxApp.class).classPath(classPath);
  }

  private static Path codeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path renamed(Path classes, String version) {
    Path target = Path.of("target", "apps", version);
    try (Stream<Path> files = Files.list(classes.resolve(APPLICATION))) {
      Files.createDirectories(target.resolve(APPLICATION));
      for (Path file : files.toList()) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(file))
            .accept(new ClassRemapper(writer, new ToRxJava3()), 0);
        Files.write(target.resolve(APPLICATION).resolve(file.getFileName()), writer.toByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  private static final class ToRxJava3 extends Remapper {
    ToRxJava3() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      if (!name.startsWith(RXJAVA)) {
        return name;
      }
      String rest = name.substring(RXJAVA.length());
      return RXJAVA + "rxjava3/" + (rest.indexOf('/') < 0 ? "core/" : "") + rest;
    }
  }
}
