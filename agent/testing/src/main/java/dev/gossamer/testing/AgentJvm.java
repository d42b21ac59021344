package dev.gossamer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An application in a JVM of its own, under the shipped agent. Made by {@link #app(Class)} and its
 * sisters. Thread-safe. Closing it kills the process if it still runs.
 */
public final class AgentJvm implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final AtomicInteger CALLS = new AtomicInteger();

  private final Process process;
  private final List<String> commandLine;
  private final Path java;
  private final OutputLines stdout;
  private final OutputLines stderr;
  private final @Nullable TelemetryReceiver receiver;
  private final @Nullable Runnable fence;

  AgentJvm(
      Process process,
      List<String> commandLine,
      Path java,
      @Nullable TelemetryReceiver receiver,
      boolean fenced) {
    this.process = process;
    this.commandLine = commandLine;
    this.java = java;
    this.receiver = receiver;
    stdout = new OutputLines("stdout-" + process.pid(), process.getInputStream());
    stderr = new OutputLines("stderr-" + process.pid(), process.getErrorStream());
    if (receiver != null && fenced) {
      fence = this::fence;
      receiver.addSettler(fence);
    } else {
      fence = null;
    }
  }

  /** Starts to describe a JVM that runs this class's {@code main}. */
  public static AgentJvmBuilder app(Class<?> mainClass) {
    return app(mainClass.getName());
  }

  /** Starts to describe a JVM that runs the {@code main} of the class of this name. */
  public static AgentJvmBuilder app(String mainClass) {
    return new AgentJvmBuilder(List.of(mainClass));
  }

  /**
   * Starts to describe a JVM that runs the main class of a module, {@code module/class}; where the
   * module is to be found is a {@link AgentJvmBuilder#jvmArgs JVM argument}.
   */
  public static AgentJvmBuilder module(String module) {
    return new AgentJvmBuilder(List.of("-m", module));
  }

  /** Starts to describe a JVM that runs an executable jar. */
  public static AgentJvmBuilder jar(java.nio.file.Path jar) {
    return new AgentJvmBuilder(List.of("-jar", jar.toString()));
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** The command line the JVM was started with. */
  public List<String> commandLine() {
    return commandLine;
  }

  /**
   * How many objects of this class are reachable, after a full collection; the JDK whose {@code
   * java} was started needs {@code jcmd}.
   */
  public long instances(String className) {
    ProcessBuilder histogram =
        new ProcessBuilder(
            java.resolveSibling("jcmd").toString(), "" + process.pid(), "GC.class_histogram");
    try {
      Process jcmd = histogram.redirectErrorStream(true).start();
      String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (jcmd.waitFor() != 0) {
        throw new AssertionError("jcmd failed: " + text);
      }
      return text.lines()
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length > 3 && words[3].equals(className))
          .mapToLong(words -> Long.parseLong(words[1]))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while counting objects", e);
    }
  }

  /**
   * Attaches the agent once the application is ready.
   *
   * @throws AssertionError when that fails, with what was said
   */
  void attach(Path agent) {
    port();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder attach =
        new ProcessBuilder(java.toString(), "-jar", agent.toString(), "attach", "" + process.pid());
    try {
      Process command = attach.redirectErrorStream(true).start();
      String text = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (command.waitFor() != 0) {
        close();
        throw new AssertionError(text + describe());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The lines on standard output so far. */
  public List<String> stdout() {
    return stdout.all();
  }

  /** The lines on standard error so far. */
  public List<String> stderr() {
    return stderr.all();
  }

  /** Waits for the application's {@code READY <port>} line and returns the port. */
  public int port() {
    String line = awaitLine(text -> text.startsWith("READY "));
    return Integer.parseInt(line.substring("READY ".length()).trim());
  }

  /** Waits for a line on standard output that matches, a past one included. */
  public String awaitLine(Predicate<String> condition) {
    return await(stdout, "matching line on standard output", 0, condition);
  }

  /** Waits for a line on standard error that matches, a past one included. */
  public String awaitErrorLine(Predicate<String> condition) {
    return await(stderr, "matching line on standard error", 0, condition);
  }

  /**
   * Has the application run a command that it named by {@code TestApp.command}, on a thread without
   * any span.
   *
   * @return what the command returned
   * @throws AssertionError when the command threw, with its exception's text
   */
  public String call(String command, String... arguments) {
    int id = CALLS.incrementAndGet();
    StringBuilder line = new StringBuilder("CALL ").append(id).append(' ').append(command);
    for (String argument : arguments) {
      line.append(' ').append(encode(argument));
    }
    int from = stdout.all().size();
    send(line.toString());
    String prefix = "RESULT " + id + " ";
    String result =
        await(stdout, "result of command " + command, from, text -> text.startsWith(prefix));
    String[] words = result.split(" ", -1);
    String text = URLDecoder.decode(words[3], StandardCharsets.UTF_8);
    if (!words[2].equals("ok")) {
      throw new AssertionError("command " + command + " failed: " + text);
    }
    return text;
  }

  /**
   * Has the application run a command below a server span, through the HTTP server that {@code
   * TestApp.serve} starts.
   *
   * @param traceparent sent as header; null for none
   * @return what the command returned
   * @throws AssertionError when the command threw, with its exception's text
   */
  public String callUnderSpan(@Nullable String traceparent, String command, String... arguments) {
    StringBuilder path = new StringBuilder("/call/").append(command);
    for (int i = 0; i < arguments.length; i++) {
      path.append(i == 0 ? '?' : '&').append(encode(arguments[i]));
    }
    RawHttp request = RawHttp.request("GET", path.toString());
    if (traceparent != null) {
      request.header("traceparent", traceparent);
    }
    RawHttp.Response response = request.send(port());
    if (response.status() != 200) {
      throw new AssertionError(
          "command " + command + " failed: " + response.status() + " " + response.body());
    }
    return response.body();
  }

  /** Sends a line to the application's standard input. */
  public void send(String line) {
    try {
      synchronized (process) {
        process.getOutputStream().write(line.concat("\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
      }
    } catch (IOException e) {
      throw new AssertionError("the application does not listen any more\n" + describe(), e);
    }
  }

  /** Asks the application to end by itself ({@code TestApp.awaitStop}); its exit code. */
  public int finish() {
    send("STOP");
    return awaitExit();
  }

  /** Sends SIGTERM, waits for the end and returns the exit code (143 when all went well). */
  public int stop() {
    // The handle, because Process.destroy closes the streams too and loses what comes last.
    process.toHandle().destroy();
    return awaitExit();
  }

  /** Waits for the application to end and returns its exit code. */
  public int awaitExit() {
    unfence();
    try {
      if (!process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the JVM does not end\n" + describe());
      }
      stdout.join(DEADLINE);
      stderr.join(DEADLINE);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return process.exitValue();
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    unfence();
    process.destroyForcibly();
    try {
      process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      process.getOutputStream().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Nobody reads from the pipe of a killed process.
    }
  }

  /** Command line and everything that was written. */
  public String describe() {
    return (process.isAlive() ? "running: " : "exit code " + process.exitValue() + ": ")
        + String.join(" ", commandLine).replaceFirst("(?<= -cp )\\S+", "...")
        + "\nstdout:\n  "
        + String.join("\n  ", stdout())
        + "\nstderr:\n  "
        + String.join("\n  ", stderr());
  }

  /** One span made now has arrived only after all that ended before it. */
  private void fence() {
    if (receiver == null || !process.isAlive()) {
      return;
    }
    String url = Fence.url(CALLS.incrementAndGet());
    call("fence", url);
    try {
      receiver.remove(receiver.awaitSpan(span -> url.equals(span.attribute("url.full"))));
    } catch (AssertionError e) {
      throw new AssertionError(
          "The span of the harness's own HttpURLConnection call did not arrive. Where that is to be"
              + " expected (instrumentation off, not sampled), start the JVM withoutFence().\n"
              + describe(),
          e);
    }
  }

  private void unfence() {
    if (receiver != null && fence != null) {
      receiver.removeSettler(fence);
    }
  }

  private String await(OutputLines lines, String what, int from, Predicate<String> condition) {
    try {
      String line = lines.await(from, condition, DEADLINE);
      if (line == null) {
        if (lines.hasEnded()) {
          process.waitFor(5, TimeUnit.SECONDS);
          stderr.join(Duration.ofSeconds(5));
        }
        throw new AssertionError("no " + what + "\n" + describe());
      }
      return line;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted while waiting for the JVM", cause);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Where fence calls go; one for all JVMs of a test run. */
  private static final class Fence {
    private static final RecordingServer SERVER = RecordingServer.start();

    static String url(int number) {
      SERVER.clear();
      return SERVER.url("/fence/" + number);
    }
  }

  static AgentJvm start(
      ProcessBuilder builder, Path java, @Nullable TelemetryReceiver receiver, boolean fenced) {
    try {
      return new AgentJvm(builder.start(), builder.command(), java, receiver, fenced);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
