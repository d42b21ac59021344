package dev.gossamer.instrumentation.nettycommon;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application with one version of Netty. */
final class NettyVersions {
  private NettyVersions() {}

  static AgentJvmBuilder app(Class<?> main, String variant) {
    if (System.getProperty("netty.jars") == null) {
      return AgentJvm.app(main);
    }
    List<Path> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("netty-") || entry.endsWith("classes")) {
        classPath.add(Path.of(entry));
      }
    }
    File[] jars = new File(System.getProperty("netty.jars", ""), variant).listFiles();
    for (File jar : jars == null ? new File[0] : jars) {
      classPath.add(jar.toPath());
    }
    return AgentJvm.app(main).classPath(classPath);
  }
}
