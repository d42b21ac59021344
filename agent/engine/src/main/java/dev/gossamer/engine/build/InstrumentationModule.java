package dev.gossamer.engine.build;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/**
 * The classes of one instrumentation module: as built, or for its library's renamed packages.
 * Immutable.
 */
public final class InstrumentationModule {
  private static final String ROOT = "dev/gossamer/instrumentation/";
  private static final String DESCRIPTOR = "dev/gossamer/api/description/Instrumentation";

  private final String descriptor;
  private final Description description;
  private final SortedMap<String, byte[]> classFiles;
  private final Renaming renaming;

  private InstrumentationModule(
      String descriptor,
      Description description,
      SortedMap<String, byte[]> classFiles,
      Renaming renaming) {
    this.descriptor = descriptor;
    this.description = description;
    this.classFiles = classFiles;
    this.renaming = renaming;
  }

  /**
   * Evaluates the descriptor among the class files of a module.
   *
   * @param classFiles by internal name
   * @param loader of the same classes
   * @return the module, followed by its renamed variant if it has one
   */
  public static List<InstrumentationModule> read(
      Map<String, byte[]> classFiles, ClassLoader loader) {
    SortedMap<String, byte[]> kept = new TreeMap<>(classFiles);
    kept.keySet().removeIf(name -> name.endsWith("/package-info") || name.equals("module-info"));
    String descriptor = descriptor(kept);
    kept.remove(descriptor);
    String home = descriptor.substring(0, descriptor.lastIndexOf('/') + 1);
    for (String name : kept.keySet()) {
      if (!name.startsWith(ROOT) || !name.startsWith(home)) {
        throw new InvalidInstrumentationException(
            name + " must stand in the package of its descriptor, " + home + ", or below it");
      }
    }
    Description description = evaluate(descriptor, loader);
    List<InstrumentationModule> modules = new ArrayList<>();
    modules.add(new InstrumentationModule(descriptor, description, kept, Renaming.NONE));
    if (!description.packages().isEmpty()) {
      Renaming renaming = Renaming.of(description.packages(), home);
      modules.add(
          new InstrumentationModule(descriptor, description, renaming.classFiles(kept), renaming));
    }
    return modules;
  }

  private static String descriptor(Map<String, byte[]> classFiles) {
    String found = "";
    for (Map.Entry<String, byte[]> entry : classFiles.entrySet()) {
      for (String implemented : new ClassReader(entry.getValue()).getInterfaces()) {
        if (implemented.equals(DESCRIPTOR)) {
          if (!found.isEmpty()) {
            throw new InvalidInstrumentationException(
                "a module has one descriptor, but "
                    + found
                    + " and "
                    + entry.getKey()
                    + " are two");
          }
          found = entry.getKey();
        }
      }
    }
    if (found.isEmpty()) {
      throw new InvalidInstrumentationException(
          "no class implements Instrumentation among " + classFiles.keySet());
    }
    return found;
  }

  private static Description evaluate(String descriptor, ClassLoader loader) {
    String name = descriptor.replace('/', '.');
    Description description = new Description();
    try {
      Instrumentation instrumentation =
          Class.forName(name, true, loader)
              .asSubclass(Instrumentation.class)
              .getConstructor()
              .newInstance();
      instrumentation.describe(description);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new InvalidInstrumentationException(name + " cannot be evaluated: " + e);
    }
    return description;
  }

  /** Binary name of the descriptor, for messages. */
  String descriptorName() {
    return descriptor.replace('/', '.');
  }

  Description description() {
    return description;
  }

  Renaming renaming() {
    return renaming;
  }

  /** Class files by internal name, without the descriptor. */
  public SortedMap<String, byte[]> classFiles() {
    return Collections.unmodifiableSortedMap(classFiles);
  }
}
