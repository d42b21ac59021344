package dev.gossamer.instrumentation.vertx;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application with one version of Vert.x. */
final class VertxVersions {
  private static final List<String> LIBRARIES = List.of("/io/vertx/", "/io/netty/", "/jackson-");

  private VertxVersions() {}

  static AgentJvmBuilder app(Class<?> main, String variant) {
    AgentJvmBuilder app =
        AgentJvm.app(main)
            .jvmArgs("-D" + VertxContextApp.BLOCKING_HANDLERS + "=" + variant.equals("oldest"));
    String folder = System.getProperty("vertx.jars");
    if (folder == null) {
      return app;
    }
    List<Path> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (LIBRARIES.stream().noneMatch(entry::contains)) {
        classPath.add(Path.of(entry));
      }
    }
    File[] jars = new File(folder, variant).listFiles();
    for (File jar : jars == null ? new File[0] : jars) {
      classPath.add(jar.toPath());
    }
    return app.classPath(classPath);
  }
}
