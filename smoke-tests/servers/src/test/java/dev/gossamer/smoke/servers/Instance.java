package dev.gossamer.smoke.servers;

import java.nio.file.Path;

/**
 * One run's own place in the machine.
 *
 * @param folder for all that the server writes
 * @param javaHome of the runtime that the server runs on
 * @param port for HTTP
 * @param adminPort for orders to the server, where it takes any
 */
record Instance(Path folder, Path javaHome, int port, int adminPort) {}
