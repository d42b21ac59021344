package dev.gossamer.shop;

import java.io.File;
import java.io.IOException;
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
    Path classes = ownClasses();
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

  private static Path ownClasses() throws IOException {
    try {
      return Path.of(ShopSetup.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
