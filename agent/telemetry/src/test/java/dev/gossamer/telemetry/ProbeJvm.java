package dev.gossamer.telemetry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM that runs {@link Probe}, with exactly this environment. */
final class ProbeJvm {
  final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final CountDownLatch said = new CountDownLatch(1);
  private final CompletableFuture<Void> outEnd;
  private final CompletableFuture<String> err;

  private ProbeJvm(Process process) {
    this.process = process;
    err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    outEnd =
        CompletableFuture.runAsync(
            () ->
                process
                    .inputReader()
                    .lines()
                    .forEach(
                        line -> {
                          out.add(line);
                          said.countDown();
                        }));
  }

  static ProbeJvm start(Map<String, String> environment, String... arguments) throws IOException {
    return start(entry -> true, environment, arguments);
  }

  static ProbeJvm start(
      Predicate<String> onClassPath, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(classPath(onClassPath));
    command.add(Probe.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return new ProbeJvm(builder.start());
  }

  private static String classPath(Predicate<String> wanted) {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = Arrays.stream(path.split(File.pathSeparator)).filter(wanted).toList();
    return String.join(File.pathSeparator, entries);
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running; it said " + errors());
    }
    return process.exitValue();
  }

  List<String> errors() {
    return err.join().lines().toList();
  }

  List<String> output() {
    outEnd.join();
    return out;
  }

  /** Waits for the first line on standard output. */
  String firstOutput() throws InterruptedException {
    if (!said.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it says nothing");
    }
    return out.get(0);
  }
}
