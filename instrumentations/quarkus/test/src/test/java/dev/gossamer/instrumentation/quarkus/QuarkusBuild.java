package dev.gossamer.instrumentation.quarkus;

import io.quarkus.bootstrap.app.QuarkusBootstrap;
import java.nio.file.Path;

/**
 * Builds an application as the Maven plugin of Quarkus does. Runs in a JVM of its own, because
 * every release of Quarkus builds with classes of its own.
 */
final class QuarkusBuild {
  private QuarkusBuild() {}

  /** The folder of a Maven project whose classes are compiled; makes {@code target/quarkus-app}. */
  public static void main(String[] arguments) throws Exception {
    Path project = Path.of(arguments[0]);
    Path target = project.resolve("target");
    QuarkusBootstrap.builder()
        .setApplicationRoot(target.resolve("classes"))
        .setProjectRoot(project)
        .setTargetDirectory(target)
        .setBaseName("application")
        .setLocalProjectDiscovery(true)
        .setIsolateDeployment(true)
        .setMode(QuarkusBootstrap.Mode.PROD)
        .build()
        .bootstrap()
        .createAugmentor()
        .createProductionApplication();
    System.exit(0);
  }
}
