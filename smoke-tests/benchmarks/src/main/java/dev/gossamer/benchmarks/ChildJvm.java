package dev.gossamer.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An application's JVM, what it prints in two files. */
final class ChildJvm implements AutoCloseable {
  private static final long READY_LIMIT_NANOS = TimeUnit.MINUTES.toNanos(3);

  /** The JVM that writes an archive takes its time. */
  private static final int END_LIMIT_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;
  private final long started;

  private ChildJvm(Process process, Path out, Path err, long started) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.started = started;
  }

  /**
   * Starts it.
   *
   * @param environment added to ours, without what is meant for agents and JVMs
   * @param log the files are this with {@code .out} and {@code .err} behind it
   */
  static ChildJvm start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    Path out = log.resolveSibling(log.getFileName() + ".out");
    Path err = log.resolveSibling(log.getFileName() + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    clean(builder.environment());
    builder.environment().putAll(environment);
    long started = System.nanoTime();
    return new ChildJvm(builder.start(), out, err, started);
  }

  /** Removes what would be an agent's or a JVM's settings. */
  static void clean(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("OTEL_")
                    || name.startsWith("DD_")
                    || name.startsWith("ELASTIC_")
                    || name.equals("JAVA_TOOL_OPTIONS")
                    || name.equals("JDK_JAVA_OPTIONS")
                    || name.equals("_JAVA_OPTIONS")
                    || name.equals("CLASSPATH"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  long pid() {
    return process.pid();
  }

  /** {@link System#nanoTime} just before it was started. */
  long started() {
    return started;
  }

  /** CPU seconds so far, user and system; the kernel counts them in hundredths. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /**
   * What a thread has run so far.
   *
   * @param compiler whether it is one of the JVM's compilers
   */
  record ThreadTime(long nanos, boolean compiler) {}

  /** Its threads by id, as exact as the kernel knows; those that have ended are missing. */
  Map<String, ThreadTime> threadTimes() throws IOException {
    Map<String, ThreadTime> times = new HashMap<>();
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc/" + pid() + "/task"))) {
      for (Path thread : threads) {
        try {
          long nanos = Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
          boolean compiler = Files.readString(thread.resolve("comm")).contains("CompilerThre");
          times.put(thread.getFileName().toString(), new ThreadTime(nanos, compiler));
        } catch (NoSuchFileException ended) {
          // It ended between the listing and now.
        }
      }
    }
    return times;
  }

  /** Resident memory in MiB. */
  double residentMiB() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("process " + pid() + " has no VmRSS");
  }

  List<String> outLines() throws IOException {
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  List<String> errLines() throws IOException {
    return Files.readAllLines(err, StandardCharsets.UTF_8);
  }

  /** Waits for the first line on standard output. */
  String awaitFirstLine() throws IOException, InterruptedException {
    long limit = System.nanoTime() + READY_LIMIT_NANOS;
    while (true) {
      for (String line : outLines()) {
        if (!line.isEmpty() && line.chars().allMatch(Character::isDigit)) {
          return line;
        }
      }
      check(limit);
      Thread.sleep(5);
    }
  }

  /**
   * Asks until the answer is a 200.
   *
   * @return {@link System#nanoTime} then
   */
  long awaitResponse(int port, String path) throws IOException, InterruptedException {
    long limit = System.nanoTime() + READY_LIMIT_NANOS;
    while (true) {
      if (responds(port, path)) {
        return System.nanoTime();
      }
      check(limit);
      Thread.sleep(10);
    }
  }

  /** The number that it answers with. */
  long ask(int port, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    connection.setReadTimeout(60_000);
    try (InputStream answer = connection.getInputStream()) {
      return Long.parseLong(new String(answer.readAllBytes(), StandardCharsets.US_ASCII).trim());
    }
  }

  /** Closes its standard input and waits for its end. */
  void endByInput() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw failed("did not end well");
    }
  }

  /** Sends a signal, by its name. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("bash", "-c", "kill -" + name + " " + pid()).inheritIO().start();
    if (kill.waitFor() != 0) {
      throw new IOException("no signal " + name + " to " + pid());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void check(long limit) throws IOException {
    if (!process.isAlive()) {
      throw failed("ended with exit code " + process.exitValue());
    }
    if (System.nanoTime() > limit) {
      throw failed("is not ready after three minutes");
    }
  }

  private IOException failed(String what) {
    return new IOException("the application " + what + "; see " + out + " and " + err);
  }

  private static boolean responds(int port, String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setReadTimeout(60_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
