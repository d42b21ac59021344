package dev.gossamer.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes an {@link AgentJvm}. Unless told otherwise: the agent of system property {@code
 * gossamer.jar}, the JDK of {@code gossamer.java.home}, the class path of the test, an environment
 * without any OTEL_, GOSSAMER_ or JVM options of the outer process, a short export delay.
 */
public final class AgentJvmBuilder {
  private static final List<String> JVM_OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private final List<String> launched;
  private final List<String> through = new ArrayList<>();
  private final List<String> jvmArguments = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private @Nullable Path agent;
  private boolean withAgent = true;
  private boolean attached = Boolean.getBoolean("gossamer.attached");
  private boolean fenced = true;
  private boolean metrics;
  private boolean logs;
  private boolean tuned = true;
  private String agentOptions = "";
  private @Nullable Path javaHome;
  private @Nullable String classPath;
  private @Nullable Path workingDirectory;
  private @Nullable TelemetryReceiver receiver;

  AgentJvmBuilder(List<String> launched) {
    this.launched = launched;
    environment.put("OTEL_SERVICE_NAME", "app-under-test");
    // Every test waits for it twice: for its spans, and for the fence after them.
    environment.put("OTEL_BSP_SCHEDULE_DELAY", "10");
  }

  /** Exports to this receiver, which then also offers {@link TelemetryReceiver#settle}. */
  public AgentJvmBuilder receiver(TelemetryReceiver receiver) {
    this.receiver = receiver;
    return this;
  }

  /** Takes another agent jar than that of system property {@code gossamer.jar}. */
  public AgentJvmBuilder agent(Path jar) {
    agent = jar;
    return this;
  }

  /** Appends {@code =options} to the agent's path. */
  public AgentJvmBuilder agentOptions(String options) {
    agentOptions = "=" + options;
    return this;
  }

  /** Starts the JVM without any agent. */
  public AgentJvmBuilder withoutAgent() {
    withAgent = false;
    attached = false;
    fenced = false;
    return this;
  }

  /**
   * Starts the JVM without the agent and attaches that, by the Java of this test, when the
   * application says that it is ready. System property {@code gossamer.attached} makes that of all.
   */
  public AgentJvmBuilder attached() {
    attached = true;
    return this;
  }

  /** Exports metrics too, as the agent does by default: most tests look at spans alone. */
  public AgentJvmBuilder metrics() {
    metrics = true;
    return this;
  }

  /** Exports log records too, as the agent does by default. */
  public AgentJvmBuilder logs() {
    logs = true;
    return this;
  }

  /**
   * Does without the harness's own span that tells when everything has arrived: for applications
   * without {@code TestApp}, and where HttpURLConnection calls give no span.
   */
  public AgentJvmBuilder withoutFence() {
    fenced = false;
    return this;
  }

  /** Leaves out the flags that only make short tests cheaper (serial collector, no C2). */
  public AgentJvmBuilder withoutTuning() {
    tuned = false;
    return this;
  }

  /** Runs on this JDK or JRE. */
  public AgentJvmBuilder javaHome(Path home) {
    javaHome = home;
    return this;
  }

  /** Replaces the class path; folders and jars. */
  public AgentJvmBuilder classPath(List<Path> entries) {
    classPath = String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
    return this;
  }

  /**
   * Replaces the class path by the test module's classes, what of the harness runs in applications,
   * and the {@link Libraries} of these names.
   */
  public AgentJvmBuilder libraries(String... names) {
    List<Path> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (path.endsWith(Path.of("target", "test-classes"))
          || path.toString().contains("gossamer-testing")
          || path.endsWith(Path.of("agent", "testing", "target", "classes"))) {
        entries.add(path);
      }
    }
    for (String name : names) {
      entries.addAll(Libraries.named(name));
    }
    return classPath(entries);
  }

  /**
   * Has the JVM started by a command that ends by becoming the one given as its last arguments,
   * such as {@code unshare -m}.
   */
  public AgentJvmBuilder through(List<String> command) {
    through.clear();
    through.addAll(command);
    return this;
  }

  /** Adds arguments of the JVM, such as {@code -Xmx64m} or {@code -Dname=value}. */
  public AgentJvmBuilder jvmArgs(String... more) {
    jvmArguments.addAll(List.of(more));
    return this;
  }

  /** Adds arguments of the application. */
  public AgentJvmBuilder args(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  /** Sets an environment variable. */
  public AgentJvmBuilder env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Removes an environment variable, one the harness sets included. */
  public AgentJvmBuilder withoutEnv(String name) {
    environment.put(name, "\0");
    return this;
  }

  /** Runs in this folder. */
  public AgentJvmBuilder workingDirectory(Path folder) {
    workingDirectory = folder;
    return this;
  }

  /** Starts the JVM. Who wants to know when it is up asks {@link AgentJvm#port()}. */
  public AgentJvm start() {
    ProcessBuilder builder = new ProcessBuilder(command());
    if (workingDirectory != null) {
      builder.directory(workingDirectory.toFile());
    }
    Map<String, String> env = builder.environment();
    env.keySet()
        .removeIf(
            name ->
                name.startsWith("OTEL_")
                    || name.startsWith("GOSSAMER_")
                    || JVM_OPTION_VARIABLES.contains(name));
    if (!logs) {
      env.put("OTEL_LOGS_EXPORTER", "none");
    }
    if (!metrics) {
      env.put("OTEL_METRICS_EXPORTER", "none");
    }
    if (receiver != null) {
      env.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
      if (!receiver.protocol().equals("http/protobuf")) {
        env.put("OTEL_EXPORTER_OTLP_PROTOCOL", receiver.protocol());
      }
    }
    environment.forEach(
        (name, value) -> {
          if (value.equals("\0")) {
            env.remove(name);
          } else {
            env.put(name, value);
          }
        });
    AgentJvm jvm = AgentJvm.start(builder, java(), receiver, fenced);
    if (attached) {
      jvm.attach(agentJar());
    }
    return jvm;
  }

  /** The command line that {@link #start} runs. */
  List<String> command() {
    List<String> command = new ArrayList<>(through);
    command.add(java().toString());
    if (tuned) {
      command.add("-XX:+UseSerialGC");
      command.add("-XX:TieredStopAtLevel=1");
    }
    if (withAgent && !attached) {
      command.add("-javaagent:" + agentJar() + agentOptions);
    }
    command.addAll(jvmArguments);
    if (!launched.get(0).startsWith("-")) {
      command.add("-cp");
      command.add(classPath != null ? classPath : System.getProperty("java.class.path"));
    }
    command.addAll(launched);
    command.addAll(arguments);
    return command;
  }

  private Path java() {
    Path home =
        javaHome != null
            ? javaHome
            : Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));
    return home.resolve("bin").resolve("java");
  }

  private Path agentJar() {
    if (agent != null) {
      return agent;
    }
    String jar = System.getProperty("gossamer.jar");
    if (jar == null || !Files.isRegularFile(Path.of(jar))) {
      throw new IllegalStateException(
          "System property gossamer.jar names no file: "
              + jar
              + ". Build agent/distribution first, or pass -Dgossamer.jar=<file>.");
    }
    return Path.of(jar);
  }
}
