package dev.gossamer.engine;

import dev.gossamer.api.ObjectState;
import dev.gossamer.engine.index.Index;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is known of the JVM's class loaders, none of which is kept alive. Thread-safe. */
final class Loaders {
  private final Index index;

  /** Sees the whole JDK; stands for the boot loader where a loader is asked for something. */
  private final ClassLoader platform;

  private final LoaderState boot;
  private final ObjectState<ClassLoader, LoaderState> states = new ObjectState<>();
  private final ConcurrentMap<Integer, OldHandles> oldHandles = new ConcurrentHashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final @Nullable InstrumentationLoader[] bootInstrumentations =
      new InstrumentationLoader[1];

  Loaders(Index index, ClassLoader platform) {
    this.index = index;
    this.platform = platform;
    boot = new LoaderState(0, index);
  }

  ClassLoader platform() {
    return platform;
  }

  /** The loader itself, or the platform's in the place of the boot loader. */
  ClassLoader orPlatform(@Nullable ClassLoader loader) {
    return loader == null ? platform : loader;
  }

  boolean isPlatform(@Nullable ClassLoader loader) {
    return loader == null || loader == platform;
  }

  LoaderState of(@Nullable ClassLoader loader) {
    if (loader == null) {
      return boot;
    }
    LoaderState state = states.get(loader);
    return state != null ? state : create(loader);
  }

  private synchronized LoaderState create(ClassLoader loader) {
    LoaderState state = states.get(loader);
    if (state == null) {
      state = new LoaderState(tokens.incrementAndGet(), index);
      states.set(loader, state);
    }
    return state;
  }

  /** What calls from classes of this loader without invokedynamic will say. */
  int token(@Nullable ClassLoader loader) {
    int token = of(loader).token;
    if (!oldHandles.containsKey(token)) {
      oldHandles.values().removeIf(OldHandles::isGone);
      oldHandles.putIfAbsent(token, new OldHandles(loader, index.hooks()));
    }
    return token;
  }

  /** The handles for calls that say this token; null when none does. */
  @Nullable OldHandles oldHandles(int token) {
    return oldHandles.get(token);
  }

  InstrumentationLoader instrumentations(
      @Nullable ClassLoader loader, InstrumentationClasses classFiles, boolean bridge) {
    if (loader != null) {
      return of(loader).instrumentations(loader, classFiles, bridge);
    }
    synchronized (bootInstrumentations) {
      InstrumentationLoader made = bootInstrumentations[0];
      if (made == null) {
        made = new InstrumentationLoader(platform, classFiles, false);
        bootInstrumentations[0] = made;
      }
      return made;
    }
  }
}
