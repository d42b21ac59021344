package dev.gossamer.testing.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether the servers of the tests run in containers. System property or environment variable
 * {@code GOSSAMER_TEST_SERVERS}: {@code embedded} (processes of this machine, from Maven
 * artifacts), {@code containers}, or {@code auto}, the default: containers where a Docker engine
 * answers and has the image already.
 */
public final class ServerChoice {
  private ServerChoice() {}

  /**
   * Whether to run this image.
   *
   * @throws IllegalStateException when the setting is none of the three
   */
  public static boolean runsContainer(String image) {
    String choice =
        System.getProperty(
            "GOSSAMER_TEST_SERVERS",
            Objects.requireNonNullElse(System.getenv("GOSSAMER_TEST_SERVERS"), "auto"));
    return switch (choice.strip().toLowerCase(Locale.ROOT)) {
      case "embedded" -> false;
      case "containers" -> true;
      case "auto" -> mayHaveDocker() && hasTestcontainers() && LocalImages.contain(image);
      default ->
          throw new IllegalStateException(
              "GOSSAMER_TEST_SERVERS is \"" + choice + "\"; embedded, containers and auto exist.");
    };
  }

  /** Testcontainers takes seconds, and prints a page, to find out that there is no Docker. */
  private static boolean mayHaveDocker() {
    return System.getenv("DOCKER_HOST") != null
        || Files.exists(Path.of("/var/run/docker.sock"))
        || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
  }

  private static boolean hasTestcontainers() {
    try {
      Class.forName("org.testcontainers.DockerClientFactory", false, loader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static ClassLoader loader() {
    return ServerChoice.class.getClassLoader();
  }
}
