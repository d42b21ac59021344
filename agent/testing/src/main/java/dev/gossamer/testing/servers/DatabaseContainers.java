package dev.gossamer.testing.servers;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The databases in containers. Loaded only where Testcontainers is on the class path. */
final class DatabaseContainers {
  private DatabaseContainers() {}

  // Both images start a server for their own setup first, and then the one that stays.

  static PostgresServer postgres() {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(PostgresServer.IMAGE))
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            .withExposedPorts(5432)
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
    container.start();
    return new PostgresServer(container.getHost(), container.getMappedPort(5432), container::stop);
  }

  static MariaDbServer mariaDb() {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(MariaDbServer.IMAGE))
            .withEnv("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "1")
            .withEnv("MARIADB_DATABASE", MariaDbServer.DATABASE)
            .withExposedPorts(3306)
            .waitingFor(Wait.forLogMessage(".*ready for connections.*port: 3306.*", 1));
    container.start();
    return new MariaDbServer(container.getHost(), container.getMappedPort(3306), container::stop);
  }
}
