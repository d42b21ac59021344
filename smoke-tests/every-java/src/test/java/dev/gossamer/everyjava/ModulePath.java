package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes.JavaRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A named module that exports nothing, and libraries that are modules, too. */
final class ModulePath extends Environment {
  private static final String MODULE = "org.example.orders";
  private static final String SOURCE =
      """
      module org.example.orders {
        requires java.sql;
        requires javax.servlet.api;
        requires kafka.clients;
        requires org.eclipse.jetty.server;
        requires org.eclipse.jetty.servlet;
        requires org.eclipse.jetty.util;
      }
      """;

  private final JavaRuntime runtime;
  private Path module = Path.of("");

  ModulePath(JavaRuntime runtime) {
    super(runtime + " with a module path");
    this.runtime = runtime;
  }

  @Override
  void prepare(Application application, Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("module-info.java"), SOURCE);
    String libraries = path(application.libraries());
    Jars.Tool.run(
        "javac",
        List.of("--release", "11", "-p", libraries, "-d", folder.toString(), source.toString()));
    module = Files.copy(application.jar(), folder.resolve("orders.jar"));
    Jars.Tool.run(
        "jar",
        List.of("-u", "-f", module.toString(), "-C", folder.toString(), "module-info.class"));
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return AgentJvm.module(MODULE + "/" + Application.MAIN)
        .javaHome(runtime.home())
        .jvmArgs("-p", module + File.pathSeparator + path(application.libraries()));
  }

  private static String path(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
