package dev.gossamer.instrumentation.quarkus;

import dev.gossamer.instrumentation.quarkus.app.QuarkusMainApp;
import dev.gossamer.instrumentation.quarkus.app.VirtualThreadsResource;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.JavaRuntimes;
import dev.gossamer.testing.Libraries;
import dev.gossamer.testing.app.TestApp;
import dev.gossamer.testing.jaxrs.JaxRsServer;
import dev.gossamer.testing.jaxrs.app.JaxRsApplication;
import dev.gossamer.testing.jaxrs.app.JaxRsClientMain;
import dev.gossamer.testing.jaxrs.app.TomcatServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The application of all JAX-RS frameworks and what only Quarkus has, built once by one release.
 *
 * @param release the folder of its pom, and its build tools in {@code libraries.properties}
 * @param rootPath {@code quarkus.http.root-path}
 * @param restPath the path of the REST application below it
 */
record QuarkusServer(String release, String rootPath, String restPath) {
  static final QuarkusServer NEWEST = new QuarkusServer("newest", "/shop", "/rest");
  static final QuarkusServer OLDEST = new QuarkusServer("oldest", "/", "/");

  private static final Map<QuarkusServer, Path> BUILT = new ConcurrentHashMap<>();

  /** The lower byte of the version in a class file. */
  private static final int MAJOR_VERSION = 7;

  private static final byte JAVA_21 = 65;

  /** What builds and runs the application. */
  private static final Path JAVA_HOME =
      Path.of(System.getProperty("gossamer.java.home", System.getProperty("java.home")));

  static boolean hasVirtualThreads() {
    return JavaRuntimes.from(21).stream().anyMatch(runtime -> runtime.home().equals(JAVA_HOME));
  }

  /** The application in its JVM. */
  AgentJvmBuilder application() {
    return AgentJvm.jar(BUILT.computeIfAbsent(this, QuarkusServer::build));
  }

  private Path build() {
    try {
      Path project = Path.of("target", "apps", release).toAbsolutePath();
      Path classes = Files.createDirectories(project.resolve("target").resolve("classes"));
      copyClasses(classes);
      try (InputStream pom = QuarkusServer.class.getResourceAsStream("/" + release + "/pom.xml")) {
        Files.copy(pom, project.resolve("pom.xml"), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(
          classes.resolve("application.properties"),
          List.of(
              "quarkus.http.host=127.0.0.1",
              "quarkus.http.port=0",
              "quarkus.http.root-path=" + rootPath,
              "quarkus.rest.path=" + restPath));
      build(project);
      return project.resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Quarkus builds", e);
    }
  }

  private void copyClasses(Path classes) throws IOException {
    JaxRsServer jakarta = JaxRsServer.jakarta(release, QuarkusMainApp.class);
    for (Class<?> type : List.of(JaxRsApplication.class, QuarkusMainApp.class, TestApp.class)) {
      jakarta.copy(type, classes);
    }
    // Quarkus finds resources by itself, and refuses what it cannot load.
    List<Class<?>> left =
        new ArrayList<>(List.of(JaxRsApplication.class, JaxRsClientMain.class, TomcatServer.class));
    if (!hasVirtualThreads()) {
      left.add(VirtualThreadsResource.class);
    }
    for (Class<?> type : left) {
      Files.delete(classes.resolve(type.getName().replace('.', '/') + ".class"));
    }
    if (hasVirtualThreads()) {
      compiledForJava21(classes);
    }
  }

  /** By their version, from which Quarkus tells what an application may use. */
  private static void compiledForJava21(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        byte[] classFile = Files.readAllBytes(file);
        classFile[MAJOR_VERSION] = JAVA_21;
        Files.write(file, classFile);
      }
    }
  }

  private void build(Path project) throws IOException, InterruptedException {
    List<String> classPath = new ArrayList<>();
    classPath.add(Path.of("target", "test-classes").toString());
    Libraries.named(release).forEach(jar -> classPath.add(jar.toString()));
    List<String> command = new ArrayList<>();
    command.add(JAVA_HOME.resolve("bin").resolve("java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    String repository = System.getProperty("maven.repo.local");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath));
    command.add(QuarkusBuild.class.getName());
    command.add(project.toString());
    Path log = project.resolve("build.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Of the Maven that runs the test: Quarkus would take its options for those of this project.
    builder.environment().remove("MAVEN_CMD_LINE_ARGS");
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("Quarkus does not build:\n" + Files.readString(log));
    }
  }
}
