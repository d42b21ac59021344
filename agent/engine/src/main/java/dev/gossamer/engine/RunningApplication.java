package dev.gossamer.engine;

import dev.gossamer.config.AgentLog;
import dev.gossamer.engine.classfile.Resources;
import dev.gossamer.engine.index.Index;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the targets in an application that runs already, thousands of classes of which are loaded.
 * In small batches, since the JVM stands still for each, and what belongs to one instrumentation
 * together. Calls that are under way end in the code in which they began.
 */
final class RunningApplication {
  /** Enough to be worth the fixed cost of a batch, which is that of about a hundred classes. */
  private static final int LARGEST_BATCH = 50;

  private final Instrumentation instrumentation;
  private final Index index;
  private final Loaders loaders;
  private final Hierarchy hierarchy;
  private final LoadedClasses loaded;
  private final ClassFileScan scan;
  private final Set<Class<?>> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Class<?>, int[]> seen = new IdentityHashMap<>();
  private final Map<ClassLoader, Boolean> annotating = new IdentityHashMap<>();

  RunningApplication(
      Instrumentation instrumentation,
      Index index,
      Loaders loaders,
      Hierarchy hierarchy,
      LoadedClasses loaded) {
    this.instrumentation = instrumentation;
    this.index = index;
    this.loaders = loaders;
    this.hierarchy = hierarchy;
    this.loaded = loaded;
    scan = new ClassFileScan(index);
  }

  /**
   * Twice: a class that was just being defined when the transformer came was not among the loaded
   * ones the first time.
   */
  void retransform() {
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (List<Class<?>> batch : batches()) {
        loaded.retransform(batch);
        count += batch.size();
      }
    }
    if (AgentLog.isDebug()) {
      AgentLog.debug("attached: loaded classes looked at anew: " + count);
    }
  }

  private List<List<Class<?>>> batches() {
    Map<Integer, List<Class<?>>> byInstrumentation = new TreeMap<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      try {
        int[] targets = targets(type);
        if (targets != null && instrumentation.isModifiableClass(type) && done.add(type)) {
          byInstrumentation
              .computeIfAbsent(
                  index.target(targets[0]).instrumentation().id(), none -> new ArrayList<>())
              .add(type);
        }
      } catch (LinkageError | RuntimeException e) {
        AgentLog.debug("a loaded class could not be looked at", e);
      }
    }
    List<List<Class<?>>> batches = new ArrayList<>();
    List<Class<?>> batch = new ArrayList<>();
    for (List<Class<?>> types : byInstrumentation.values()) {
      if (batch.size() + types.size() > LARGEST_BATCH && !batch.isEmpty()) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.addAll(types);
      while (batch.size() > LARGEST_BATCH) {
        batches.add(batch.subList(0, LARGEST_BATCH));
        batch = new ArrayList<>(batch.subList(LARGEST_BATCH, batch.size()));
      }
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /** Targets to which a loaded class belongs, or null; not whether their requirements hold. */
  private int @Nullable [] targets(Class<?> type) {
    if (type.isArray() || type.isPrimitive()) {
      return null;
    }
    ClassLoader loader = type.getClassLoader();
    String name = type.getName().replace('.', '/');
    if (loader != null && SkippedLoaders.contains(loader)) {
      return null;
    }
    int[] named = type.isInterface() ? null : index.exact(name);
    if (named != null || loader == null || loaders.isPlatform(loader)) {
      return named;
    }
    int[] meant =
        type.isInterface() || !index.hasSubtypeTargets() ? null : hierarchy.targets(type, seen);
    boolean mayBeMeant = meant != null && meant.length > 0;
    if (!mayBeMeant && !mayBeAnnotated(loader)) {
      return null;
    }
    // Which methods it has stands in its file: asking the class would load what they mention.
    byte[] classFile = Resources.classFile(loader, name);
    if (classFile != null) {
      return scan.targets(name, classFile, loader, hierarchy);
    }
    return mayBeMeant ? meant : null;
  }

  /** Whether any annotation by which methods are advised is to be had there at all. */
  private boolean mayBeAnnotated(ClassLoader loader) {
    Boolean known = annotating.get(loader);
    if (known == null) {
      known = seesAnnotation(loader);
      annotating.put(loader, known);
    }
    return known;
  }

  private boolean seesAnnotation(ClassLoader loader) {
    for (byte[] descriptor : index.annotations()) {
      String name = new String(descriptor, 1, descriptor.length - 2, StandardCharsets.ISO_8859_1);
      try {
        if (loader.getResource(name.concat(".class")) != null) {
          return true;
        }
      } catch (RuntimeException | LinkageError e) {
        AgentLog.debug("a class loader could not be asked", e);
      }
    }
    return false;
  }
}
