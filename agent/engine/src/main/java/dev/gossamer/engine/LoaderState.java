package dev.gossamer.engine;

import dev.gossamer.engine.index.Index;
import dev.gossamer.engine.index.Target;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one class loader. Made when the first class that may be woven turns up in it;
 * refers to the loader weakly only. Thread-safe.
 */
final class LoaderState {
  static final byte UNKNOWN = 0;
  static final byte YES = 1;
  static final byte NO = 2;

  /** More remembered types than this, and the memory starts anew. */
  private static final int MOST_TYPES = 20_000;

  final int token;
  // Racing threads find the same answers.
  private final byte[] seen;
  private final byte[] shapes;
  private final ConcurrentMap<String, int[]> supertypes = new ConcurrentHashMap<>();
  private @Nullable WeakReference<InstrumentationLoader> instrumentations;
  private @Nullable WeakReference<InstrumentationLoader> bridges;

  LoaderState(int token, Index index) {
    this.token = token;
    seen = new byte[index.requirements()];
    shapes = new byte[index.instrumentations()];
  }

  /** Whether everything the target requires holds in the loader. */
  boolean satisfies(Target target, ClassLoader loader) {
    for (int i = 0; i < target.requirements(); i++) {
      Target.Required required = target.requirement(i);
      byte answer = seen[required.id()];
      if (answer == UNKNOWN) {
        answer = sees(loader, required.resource()) ? YES : NO;
        seen[required.id()] = answer;
      }
      if ((answer == YES) != required.present()) {
        return false;
      }
    }
    return true;
  }

  private static boolean sees(ClassLoader loader, String resource) {
    try {
      return loader.getResource(resource) != null;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  byte shape(int instrumentation) {
    return shapes[instrumentation];
  }

  void shape(int instrumentation, boolean fits) {
    shapes[instrumentation] = fits ? YES : NO;
  }

  int @Nullable [] supertypes(String type) {
    return supertypes.get(type);
  }

  void supertypes(String type, int[] targets) {
    if (supertypes.size() >= MOST_TYPES) {
      supertypes.clear();
    }
    supertypes.put(type, targets);
  }

  /**
   * The loader of instrumentations beside this one. It lives as long as anything links to it: held
   * more firmly, it would keep the application's loader alive.
   *
   * @param bridge the one to which OpenTelemetry is the application's
   */
  synchronized InstrumentationLoader instrumentations(
      ClassLoader application, InstrumentationClasses classFiles, boolean bridge) {
    WeakReference<InstrumentationLoader> reference = bridge ? bridges : instrumentations;
    InstrumentationLoader loader = reference == null ? null : reference.get();
    if (loader == null) {
      loader = new InstrumentationLoader(application, classFiles, bridge);
      if (bridge) {
        bridges = new WeakReference<>(loader);
      } else {
        instrumentations = new WeakReference<>(loader);
      }
    }
    return loader;
  }
}
