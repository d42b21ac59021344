package dev.gossamer.smoke.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a server is set up, started and stopped, as its manual says. */
abstract class Server {
  /** The folder of the distribution, which stays as it was unpacked. */
  final Path home;

  Server(Path home) {
    this.home = home;
  }

  /**
   * What an operator does once.
   *
   * @param instance an empty folder for all that the server writes
   */
  abstract void prepare(Instance instance) throws IOException;

  /** The command that runs the server until it is stopped. */
  abstract List<String> start(Instance instance);

  /** What the command finds in its environment. */
  Map<String, String> environment(Instance instance) {
    return Map.of();
  }

  /** The command that stops the server; empty: a SIGTERM to what {@link #start} started. */
  List<String> stop(Instance instance) {
    return List.of();
  }

  /** A command that looks after the running server; empty: there is none. */
  List<String> lookAfter(Instance instance) {
    return List.of();
  }

  /** Where the archive of the application is put, also for the second time. */
  abstract Path application(Instance instance);

  /** Where the server writes its log files. */
  abstract Path logs(Instance instance);

  /** Whether its servlets are those of before Jakarta EE 9. */
  boolean isJavax() {
    return false;
  }

  /** The JNDI name of a database that it brings; empty: none. */
  String database() {
    return "";
  }
}
