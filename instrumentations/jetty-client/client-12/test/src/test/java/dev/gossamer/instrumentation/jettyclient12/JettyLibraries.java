package dev.gossamer.instrumentation.jettyclient12;

import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.app.TestApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Versions of the library other than that on the tests' class path, as the build copied them. */
final class JettyLibraries {
  private JettyLibraries() {}

  /**
   * The application with the jars of one folder and no others.
   *
   * @param folder empty for the class path of the tests
   */
  static AgentJvmBuilder application(String folder) {
    if (folder.isEmpty()) {
      return AgentJvm.app(JettyClient12App.class);
    }
    List<Path> classPath = new ArrayList<>();
    classPath.add(place(JettyClient12App.class));
    classPath.add(place(TestApp.class));
    try (Stream<Path> jars = Files.list(Path.of("target", "libraries", folder))) {
      jars.sorted().map(Path::toAbsolutePath).forEach(classPath::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AgentJvm.app(JettyClient12App.class).classPath(classPath);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
