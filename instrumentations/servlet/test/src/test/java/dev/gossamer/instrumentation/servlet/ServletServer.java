package dev.gossamer.instrumentation.servlet;

import dev.gossamer.instrumentation.servlet.app.JettyMain;
import dev.gossamer.instrumentation.servlet.app.TomcatMain;
import dev.gossamer.instrumentation.servlet.app.UndertowMain;
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
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * A container, its jars as the build copied them or {@code libraries.properties} names them, and
 * the application in the names that it knows: compiled once, against {@code javax.servlet}, and
 * renamed like what ships.
 */
enum ServletServer {
  TOMCAT_9("tomcat-9", TomcatMain.class, Map.of()),
  TOMCAT_10("tomcat-10", TomcatMain.class, Names.JAKARTA),
  TOMCAT_11("tomcat-11", TomcatMain.class, Names.JAKARTA),
  JETTY_9("jetty-9", JettyMain.class, Map.of()),
  JETTY_10("jetty-10", JettyMain.class, Map.of()),
  JETTY_11("jetty-11", JettyMain.class, Names.JAKARTA),
  JETTY_12_EE10("jetty-12-ee10", JettyMain.class, Names.jetty("ee10")),
  JETTY_12_EE11("jetty-12-ee11", JettyMain.class, Names.jetty("ee11")),
  UNDERTOW_2_2("undertow-2.2", UndertowMain.class, Map.of()),
  UNDERTOW_2_3("undertow-2.3", UndertowMain.class, Names.JAKARTA);

  private static final String APPLICATION = "dev/gossamer/instrumentation/servlet/app";

  private final String folder;
  private final Class<?> main;
  private final Map<String, String> renamed;

  ServletServer(String folder, Class<?> main, Map<String, String> renamed) {
    this.folder = folder;
    this.main = main;
    this.renamed = renamed;
  }

  boolean isTomcat() {
    return main == TomcatMain.class;
  }

  boolean isJetty12() {
    return folder.startsWith("jetty-12");
  }

  /** The application in this container; it serves the files of this folder. */
  AgentJvmBuilder application() {
    try {
      Path files = Files.createDirectories(Path.of("target", "files", folder)).toAbsolutePath();
      Files.writeString(files.resolve("file.txt"), "static");
      List<Path> classPath = new ArrayList<>();
      classPath.add(renamedClasses());
      classPath.add(place(TestApp.class));
      Path copied = Path.of("target", "servers", folder);
      if (Files.isDirectory(copied)) {
        try (Stream<Path> jars = Files.list(copied)) {
          jars.sorted().map(Path::toAbsolutePath).forEach(classPath::add);
        }
      } else {
        classPath.addAll(Libraries.named(folder));
      }
      return AgentJvm.app(main).classPath(classPath).args(files.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path renamedClasses() throws IOException {
    Path source = place(main);
    Path target = Path.of("target", "apps", folder).toAbsolutePath();
    Files.createDirectories(target.resolve(APPLICATION));
    Remapper names =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String map(String name) {
            for (Map.Entry<String, String> entry : renamed.entrySet()) {
              if (name.startsWith(entry.getKey())) {
                return entry.getValue() + name.substring(entry.getKey().length());
              }
            }
            return name;
          }
        };
    try (Stream<Path> classFiles = Files.list(source.resolve(APPLICATION))) {
      for (Path classFile : classFiles.toList()) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(classFile)).accept(new ClassRemapper(writer, names), 0);
        Files.write(
            target.resolve(APPLICATION).resolve(classFile.getFileName()), writer.toByteArray());
      }
    }
    return target;
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Names {
    static final Map<String, String> JAKARTA = Map.of("javax/servlet/", "jakarta/servlet/");

    static Map<String, String> jetty(String edition) {
      return Map.of(
          "javax/servlet/",
          "jakarta/servlet/",
          "org/eclipse/jetty/servlet/",
          "org/eclipse/jetty/" + edition + "/servlet/");
    }
  }
}
