package dev.gossamer.everyjava;

import dev.gossamer.testing.AgentJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** {@link Witness}, which weaves classes that the agent weaves, too, and says what it saw. */
final class BesideWitness extends BesideAgent {
  private Path agent = Path.of("");

  BesideWitness(Order order) {
    super("an agent made with Byte Buddy", order);
  }

  @Override
  void prepare(Application application, Path folder) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path compiled = Jars.home(Witness.class);
    Path inside = Path.of(Witness.class.getPackageName().replace('.', '/'));
    Files.createDirectories(classes.resolve(inside));
    try (Stream<Path> files = Files.list(compiled.resolve(inside))) {
      for (Path file : files.filter(path -> isOfWitness(path.getFileName().toString())).toList()) {
        Files.copy(file, classes.resolve(inside).resolve(file.getFileName().toString()));
      }
    }
    agent =
        Jars.pack(
            folder.resolve("witness.jar"),
            classes,
            Map.of(
                "Premain-Class",
                Witness.class.getName(),
                "Class-Path",
                Jars.home(ByteBuddy.class).toUri().toString()));
  }

  private static boolean isOfWitness(String file) {
    return file.equals("Witness.class") || file.startsWith("Witness$");
  }

  @Override
  AgentJvmBuilder jvm(Application application) {
    return order.add(application.fromClassPath(), agent, "");
  }
}
