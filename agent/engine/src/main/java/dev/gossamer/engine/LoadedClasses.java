package dev.gossamer.engine;

import dev.gossamer.config.AgentLog;
import dev.gossamer.engine.index.Index;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Weaves the targets that were loaded before the transformer was there. */
final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final Index index;
  private final Loaders loaders;
  private final Hierarchy hierarchy;
  private final Map<Class<?>, int[]> seen = new IdentityHashMap<>();

  LoadedClasses(
      Instrumentation instrumentation, Index index, Loaders loaders, Hierarchy hierarchy) {
    this.instrumentation = instrumentation;
    this.index = index;
    this.loaders = loaders;
    this.hierarchy = hierarchy;
  }

  /** In one batch: each further one would cost several milliseconds more. */
  void retransform() {
    List<Class<?>> targets = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      try {
        if (isTarget(type) && instrumentation.isModifiableClass(type)) {
          targets.add(type);
        }
      } catch (LinkageError | RuntimeException e) {
        AgentLog.debug("a loaded class could not be looked at", e);
      }
    }
    retransform(targets);
  }

  private boolean isTarget(Class<?> type) {
    if (type.isArray() || type.isPrimitive() || type.isInterface()) {
      return false;
    }
    ClassLoader loader = type.getClassLoader();
    if (loader != null && SkippedLoaders.contains(loader)) {
      return false;
    }
    return index.exact(type.getName().replace('.', '/')) != null
        || index.hasSubtypeTargets()
            && !loaders.isPlatform(loader)
            && hierarchy.targets(type, seen).length > 0;
  }

  // One class that cannot be retransformed fails its whole batch, so halve until it stands alone.
  void retransform(List<Class<?>> targets) {
    if (targets.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(targets.toArray(new Class<?>[0]));
    } catch (Throwable failed) {
      if (targets.size() == 1) {
        AgentLog.debug(
            targets.get(0).getName().concat(" was loaded early and stays as it is"), failed);
        return;
      }
      if (AgentLog.isDebug()) {
        AgentLog.debug("weaving early classes in halves: ".concat(failed.toString()));
      }
      int half = targets.size() / 2;
      retransform(targets.subList(0, half));
      retransform(targets.subList(half, targets.size()));
    }
  }
}
