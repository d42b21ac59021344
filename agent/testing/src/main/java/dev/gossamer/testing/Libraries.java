package dev.gossamer.testing;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;

/**
 * The jars of one version of a library with all they need, as Maven would find them: so one test
 * module runs its application with every version it supports. The test module lists them in {@code
 * libraries.properties}, {@code name=group:artifact:version, !group:left-out, ...}, which Maven
 * filters, so that the versions stand in the root pom. Thread-safe.
 */
public final class Libraries {
  private static final String LIST = "/libraries.properties";
  private static final Map<String, List<Path>> RESOLVED = new ConcurrentHashMap<>();

  private Libraries() {}

  /**
   * The jars of a line of {@code libraries.properties}; downloaded when the local repository does
   * not have them.
   */
  public static List<Path> named(String name) {
    return RESOLVED.computeIfAbsent(name, Libraries::resolve);
  }

  private static List<Path> resolve(String name) {
    List<Exclusion> without = new ArrayList<>();
    List<Dependency> with = new ArrayList<>();
    for (String part : coordinates(name).split(",")) {
      String coordinates = part.strip();
      if (coordinates.startsWith("!")) {
        String[] words = coordinates.substring(1).split(":");
        without.add(new Exclusion(words[0], words[1], "*", "*"));
      } else {
        with.add(new Dependency(new DefaultArtifact(coordinates), JavaScopes.RUNTIME));
      }
    }
    CollectRequest wanted = new CollectRequest();
    with.forEach(dependency -> wanted.addDependency(dependency.setExclusions(without)));
    ContextOverrides settings = ContextOverrides.create().withUserSettings(true).build();
    try (Context maven = Runtimes.INSTANCE.getRuntime().create(settings)) {
      wanted.setRepositories(maven.remoteRepositories());
      List<Path> jars = new ArrayList<>();
      for (ArtifactResult result :
          maven
              .repositorySystem()
              .resolveDependencies(
                  maven.repositorySystemSession(), new DependencyRequest(wanted, null))
              .getArtifactResults()) {
        jars.add(result.getArtifact().getFile().toPath());
      }
      return List.copyOf(jars);
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException("the libraries of " + name + " cannot be had", e);
    }
  }

  private static String coordinates(String name) {
    Properties list = new Properties();
    try (InputStream in = Libraries.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("no " + LIST + " among the test's resources");
      }
      list.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String coordinates = list.getProperty(name);
    if (coordinates == null || coordinates.contains("${")) {
      throw new IllegalStateException(LIST + " says of " + name + ": " + coordinates);
    }
    return coordinates;
  }
}
