package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvmBuilder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * A runtime that jlink made of these modules. Without java.management there is no Kafka; without
 * java.logging, which java.sql requires, there is no JDBC either.
 */
final class TrimmedRuntime extends Environment {
  private final String modules;
  private final Set<Part> parts;
  private Path home = Path.of("");

  TrimmedRuntime(String modules, Part... parts) {
    super("jlink of " + modules);
    this.modules = modules;
    this.parts = EnumSet.copyOf(List.of(parts));
  }

  @Override
  void prepare(Application application, Path folder) {
    if (ToolProvider.findFirst("jlink").isEmpty()) {
      cannotBeHad("this JDK has no jlink");
    }
    home = folder.resolve("runtime");
    Jars.Tool.run("jlink", List.of("--add-modules", modules, "--output", home.toString()));
  }

  @Override
  Set<Part> parts() {
    return parts;
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return application.fromClassPath().javaHome(home);
  }
}
