package dev.gossamer.smoke.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/kubernetes tells to apply. */
final class Resources {
  /** The folder. */
  static final Path FOLDER = Command.ROOT.resolve("docs/kubernetes");

  /**
   * One of them.
   *
   * @param file its name
   */
  record Resource(String file, Map<String, Object> content) {
    String kind() {
      return (String) at("kind");
    }

    String apiVersion() {
      return (String) at("apiVersion");
    }

    String name() {
      return (String) at("metadata", "name");
    }

    /** What stands there. */
    Object at(String... path) {
      return Resources.at(content, path);
    }

    @Override
    public String toString() {
      return file + ": " + kind();
    }
  }

  private Resources() {}

  /** The documents of all files, but for those of kustomize. */
  static List<Resource> all() {
    List<Resource> resources = new ArrayList<>();
    for (Path file : files(".yaml")) {
      String name = file.getFileName().toString();
      if (!name.equals("kustomization.yaml") && !name.equals("image-fields.yaml")) {
        load(file).forEach(content -> resources.add(new Resource(name, content)));
      }
    }
    return resources;
  }

  /** Those of this kind. */
  static List<Resource> ofKind(String kind) {
    return all().stream().filter(resource -> resource.kind().equals(kind)).toList();
  }

  /** The folder's files whose names end so. */
  static List<Path> files(String end) {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's documents. */
  static List<Map<String, Object>> load(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(10 << 20);
    try {
      List<Map<String, Object>> documents = new ArrayList<>();
      for (Object one : new Yaml(new SafeConstructor(options)).loadAll(Files.readString(file))) {
        documents.add(map(one));
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands there in a tree of maps. */
  static Object at(Map<String, Object> tree, String... path) {
    Object found = tree;
    for (String key : path) {
      found = map(found).get(key);
      if (found == null) {
        throw new AssertionError("no " + String.join(".", path) + " in " + tree);
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
