package dev.gossamer.engine;

import dev.gossamer.config.AgentLog;
import dev.gossamer.engine.index.Index;
import dev.gossamer.engine.index.Instrumented;
import dev.gossamer.engine.index.Target;
import dev.gossamer.engine.weave.MethodRule;
import dev.gossamer.engine.weave.SkipListener;
import dev.gossamer.engine.weave.WeaveException;
import dev.gossamer.engine.weave.Weaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that is loaded and weaves the few that are targets. What it costs the others is
 * a look-up by name and, for classes of the application, a pass over their method names.
 *
 * <p>Thread-safe; never throws.
 */
final class Transformer implements ClassFileTransformer {
  private static final int FIRST_WITH_INVOKEDYNAMIC = 51;

  /** Loading one class may load others; deeper than this something goes in circles. */
  private static final int DEEPEST = 16;

  private final Index index;
  private final Loaders loaders;
  private final Hierarchy hierarchy;
  private final Shapes shapes;
  private final Health health;
  private final boolean scans;
  private final AtomicReference<@Nullable ClassFileScan> idle = new AtomicReference<>();
  private final ThreadLocal<int[]> depth = new ThreadLocal<>();
  private volatile @Nullable Runnable firstApplicationClass;

  Transformer(Index index, Loaders loaders, Health health) {
    this.index = index;
    this.loaders = loaders;
    this.health = health;
    hierarchy = new Hierarchy(index, loaders);
    shapes = new Shapes(health);
    scans = index.hasSubtypeTargets() || index.annotations().length > 0;
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Runs when the first class outside the JDK is loaded, on whatever thread loads it. */
  void onFirstApplicationClass(Runnable action) {
    firstApplicationClass = action;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    try {
      if (className == null || loader != null && SkippedLoaders.contains(loader)) {
        return null;
      }
      boolean ofApplication = !loaders.isPlatform(loader);
      if (ofApplication && firstApplicationClass != null) {
        runFirst();
      }
      int[] named = index.exact(className);
      if (named == null && !(scans && ofApplication)) {
        return null;
      }
      return Privileged.isManaged()
          ? Privileged.run(() -> match(loader, className, redefined, classFile, named))
          : match(loader, className, redefined, classFile, named);
    } catch (Throwable failed) {
      if (AgentLog.isDebug()) {
        AgentLog.debug(className.replace('/', '.').concat(" could not be looked at"), failed);
      }
      return null;
    }
  }

  private synchronized void runFirst() {
    Runnable action = firstApplicationClass;
    firstApplicationClass = null;
    if (action != null) {
      action.run();
    }
  }

  private byte @Nullable [] match(
      @Nullable ClassLoader loader,
      String className,
      @Nullable Class<?> redefined,
      byte[] classFile,
      int @Nullable [] named) {
    int[] running = depth.get();
    if (running == null) {
      running = new int[1];
      depth.set(running);
    }
    if (running[0] >= DEEPEST) {
      return null;
    }
    running[0]++;
    try {
      int[] targets = named;
      if (scans && loader != null && !loaders.isPlatform(loader) && !isProxy(className)) {
        int[] meant = byClassFile(className, classFile, loader);
        if (meant != null) {
          targets = named == null ? meant : Hierarchy.union(named, meant);
        }
      }
      return targets == null ? null : weave(loader, className, redefined, classFile, targets);
    } finally {
      running[0]--;
    }
  }

  /** A proxy of the JDK does nothing but delegate to what is woven itself. */
  private static boolean isProxy(String className) {
    int simple = className.lastIndexOf('/') + 1;
    return className.startsWith("$Proxy", simple);
  }

  private int @Nullable [] byClassFile(String className, byte[] classFile, ClassLoader loader) {
    ClassFileScan scan = idle.getAndSet(null);
    if (scan == null) {
      scan = new ClassFileScan(index);
    }
    int[] targets = scan.targets(className, classFile, loader, hierarchy);
    idle.set(scan);
    return targets;
  }

  private byte @Nullable [] weave(
      @Nullable ClassLoader loader,
      String className,
      @Nullable Class<?> redefined,
      byte[] classFile,
      int[] targets) {
    List<MethodRule> rules = new ArrayList<>();
    List<MethodRule> innermost = Collections.emptyList();
    List<Target> applied = new ArrayList<>();
    boolean state = false;
    for (int id : targets) {
      Target target = index.target(id);
      if (applies(target, loader, className)) {
        if (!target.isInnermost()) {
          rules.addAll(Arrays.asList(target.rules()));
        } else if (innermost.isEmpty()) {
          innermost = new ArrayList<>(Arrays.asList(target.rules()));
        } else {
          innermost.addAll(Arrays.asList(target.rules()));
        }
        applied.add(target);
        state |= target.carriesState();
      }
    }
    if (applied.isEmpty()) {
      return null;
    }
    rules.addAll(innermost);
    // A loaded class keeps the fields it has: neither may one be added, nor may ours be missing.
    boolean addState = state && (redefined == null || carriesState(redefined));
    try {
      int token = major(classFile) < FIRST_WITH_INVOKEDYNAMIC ? loaders.token(loader) : 0;
      // What is meant by its super types is the application's, and who knows what processed it.
      boolean mayRaise = index.exact(className) != null;
      byte[] woven =
          Weaver.weave(
              classFile,
              rules.toArray(new MethodRule[0]),
              addState,
              mayRaise,
              token,
              listener(className));
      if (woven != null) {
        tellWoven(applied, className, loader);
      }
      return woven;
    } catch (WeaveException | LinkageError e) {
      for (Target target : applied) {
        health.weavingFailed(target.instrumentation(), className, e);
      }
      return null;
    }
  }

  private boolean applies(Target target, @Nullable ClassLoader loader, String className) {
    if (target.excepts(className) || health.isSwitchedOff(target.instrumentation())) {
      return false;
    }
    LoaderState state = loaders.of(loader);
    ClassLoader asked = loaders.orPlatform(loader);
    return state.satisfies(target, asked)
        && shapes.fits(target.instrumentation(), state, asked, className);
  }

  private void tellWoven(List<Target> applied, String className, @Nullable ClassLoader loader) {
    Set<Instrumented> woven = new LinkedHashSet<>();
    for (Target target : applied) {
      woven.add(target.instrumentation());
    }
    String names = "";
    for (Instrumented instrumentation : woven) {
      health.woven(instrumentation);
      names = names + (names.isEmpty() ? "" : ", ") + instrumentation.displayName();
    }
    if (AgentLog.isDebug()) {
      AgentLog.debug(
          "wove "
              + className.replace('/', '.')
              + " in "
              + (loader == null ? "the boot loader" : loader.getClass().getName())
              + " for "
              + names);
    }
  }

  private static @Nullable SkipListener listener(String className) {
    return !AgentLog.isDebug()
        ? null
        : new SkipListener() {
          @Override
          public void skipped(String name, String descriptor, String reason) {
            AgentLog.debug(
                "left "
                    + className.replace('/', '.')
                    + "."
                    + name
                    + descriptor
                    + " as it is: "
                    + reason);
          }
        };
  }

  private static boolean carriesState(Class<?> type) {
    for (Class<?> implemented : type.getInterfaces()) {
      if (implemented == GossamerState.class) {
        return true;
      }
    }
    return false;
  }

  private static int major(byte[] classFile) {
    return classFile.length < 8 ? 0 : (classFile[6] & 0xff) << 8 | (classFile[7] & 0xff);
  }
}
