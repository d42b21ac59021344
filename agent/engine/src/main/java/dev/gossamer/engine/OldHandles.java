package dev.gossamer.engine;

import java.lang.invoke.MethodHandle;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Handles of advice for those classes of one loader that are too old to link to them.
 *
 * <p>Nothing of the application refers to the handles, so they are held softly: an unloaded
 * application may linger until memory gets scarce. Thread-safe; reading takes no lock.
 */
final class OldHandles {
  private final @Nullable WeakReference<ClassLoader> loader;
  private final int hooks;
  private volatile @Nullable SoftReference<Linked> linked;

  /**
   * @param loader of the old classes, null for the boot loader
   * @param hooks how many hooks there are
   */
  OldHandles(@Nullable ClassLoader loader, int hooks) {
    this.loader = loader == null ? null : new WeakReference<>(loader);
    this.hooks = hooks;
  }

  /** The loader of the old classes; null for the boot loader, and when it is gone. */
  @Nullable ClassLoader loader() {
    return loader == null ? null : loader.get();
  }

  boolean isGone() {
    return loader != null && loader.get() == null;
  }

  /** The handle of a hook, taking one array; null when it is to be linked. */
  @Nullable MethodHandle get(int hook) {
    Linked linked = linked();
    return linked == null ? null : linked.byHook.get(hook);
  }

  /** Where the handles stand; a new place with this loader of instrumentations if there is none. */
  synchronized Linked linked(InstrumentationLoader instrumentations) {
    Linked there = linked();
    if (there == null) {
      there = new Linked(instrumentations, hooks);
      linked = new SoftReference<>(there);
    }
    return there;
  }

  private @Nullable Linked linked() {
    SoftReference<Linked> reference = linked;
    return reference == null ? null : reference.get();
  }

  /** Handles by hook, and the loader they came from. */
  static final class Linked {
    final InstrumentationLoader instrumentations;
    final AtomicReferenceArray<@Nullable MethodHandle> byHook;

    Linked(InstrumentationLoader instrumentations, int hooks) {
      this.instrumentations = instrumentations;
      byHook = new AtomicReferenceArray<>(hooks);
    }
  }
}
