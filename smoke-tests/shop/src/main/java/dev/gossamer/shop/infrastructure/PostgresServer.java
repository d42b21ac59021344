package dev.gossamer.shop.infrastructure;

import dev.gossamer.shop.launch.FreePort;
import dev.gossamer.shop.launch.Launched;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of the shop's own: fresh files, a free port, the shop's tables and rows. */
final class PostgresServer {
  private static final String DATABASE = "postgres";

  private final PostgresBinaries binaries;
  private final Path data;
  private final int port;

  private PostgresServer(PostgresBinaries binaries, Path data, int port) {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
  }

  public static void main(String[] args) throws Exception {
    Launched.endWithDemo();
    Path home = Path.of(Launched.setting("SHOP_DATABASE_HOME"));
    PostgresServer server = start(home);
    server.createShop();
    Launched.ready(server.port);
    Thread.currentThread().join();
  }

  private static PostgresServer start(Path home) throws IOException, InterruptedException {
    PostgresBinaries binaries = PostgresBinaries.unpackInto(home);
    Path data = binaries.freshFolder("data");
    run(
        binaries.command(
            "initdb",
            "-D",
            data.toString(),
            "-U",
            DATABASE,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
            "--no-instructions"));
    PostgresServer server = new PostgresServer(binaries, data, FreePort.find());
    Process postmaster = new ProcessBuilder(server.postmaster()).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(postmaster), "stop"));
    server.awaitConnections(postmaster);
    return server;
  }

  /** Nothing here outlives the demo, so nothing waits for the disk. */
  private List<String> postmaster() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port)));
    for (String setting :
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
            // One core per query, so that the slow one is as slow on a large machine.
            "max_parallel_workers_per_gather=0")) {
      command.add("-c");
      command.add(setting);
    }
    return binaries.command("postgres", command.toArray(String[]::new));
  }

  private void awaitConnections(Process postmaster) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try (Connection connection = connect()) {
        return;
      } catch (SQLException refused) {
        if (System.nanoTime() - end > 0) {
          throw new IllegalStateException("PostgreSQL takes no connection", refused);
        }
        if (postmaster.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("PostgreSQL ended with " + postmaster.exitValue());
        }
      }
    }
  }

  private void createShop() throws SQLException, IOException {
    try (InputStream sql = PostgresServer.class.getResourceAsStream("shop.sql");
        Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (sql == null) {
        throw new IllegalStateException("shop.sql is not on the class path");
      }
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, DATABASE, "");
  }

  private void stop(Process postmaster) {
    try {
      // Signals don't pass every way of leaving root behind, pg_ctl goes by the process id file.
      run(binaries.command("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-s"));
      postmaster.waitFor(5, TimeUnit.SECONDS);
      binaries.deleteTemporary();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }
}
