package dev.gossamer.shop;

import dev.gossamer.testing.servers.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build left for the shop.
 *
 * @param java the command that runs every process
 * @param agent the agent's jar
 * @param target the module's build folder, where logs and data go
 * @param classPath of the services
 */
record ShopSetup(Path java, Path agent, Path target, String classPath) {
  /**
   * Finds it, next to the class path that this class comes from.
   *
   * @param agent the agent's jar, or the empty string for the one of this build
   * @param javaHome of the JDK that runs the services
   * @throws IOException if something is not there; the message says what to do
   */
  static ShopSetup find(String agent, String javaHome) throws IOException {
    Path classes = codeOf(ShopSetup.class);
    Path target = classes.resolveSibling("");
    Path root = target.resolve("../../..").normalize();
    Path jar =
        agent.isEmpty()
            ? root.resolve("agent/distribution/target/gossamer.jar")
            : Path.of(agent).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IOException("the agent is not there: " + jar + "; ./demo builds it");
    }
    Path list = target.resolve("services.classpath");
    if (!Files.isRegularFile(list)) {
      throw new IOException("the class path is not there: " + list + "; ./demo builds it");
    }
    return new ShopSetup(
        Path.of(javaHome, "bin", "java"),
        jar,
        target,
        classes + File.pathSeparator + Files.readString(list).strip());
  }

  /** The class path of what the services stand on: with the servers that tests use. */
  String infrastructureClassPath() {
    try {
      return classPath + File.pathSeparator + codeOf(PostgresServer.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path codeOf(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
