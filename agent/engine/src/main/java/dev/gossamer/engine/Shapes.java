package dev.gossamer.engine;

import dev.gossamer.config.AgentLog;
import dev.gossamer.engine.classfile.ClassFile;
import dev.gossamer.engine.classfile.Resources;
import dev.gossamer.engine.index.Instrumented;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks, once per instrumentation and class loader, for everything the instrumentation's code
 * refers to of the library: a library of another shape than expected is left alone as a whole,
 * rather than met with {@link NoSuchMethodError}s. Thread-safe.
 */
final class Shapes {
  private static final int DEEPEST = 100;

  private final Health health;

  Shapes(Health health) {
    this.health = health;
  }

  /** Whether the library that the loader sees has the shape that the instrumentation expects. */
  boolean fits(
      Instrumented instrumentation, LoaderState state, ClassLoader loader, String className) {
    byte known = state.shape(instrumentation.id());
    if (known != LoaderState.UNKNOWN) {
      return known == LoaderState.YES;
    }
    Instrumented.Member missing = missing(instrumentation.members(), loader);
    state.shape(instrumentation.id(), missing == null);
    if (missing != null) {
      health.misshapen(instrumentation);
      // Once for all loaders: many applications of one server may bring the same version.
      AgentLog.warnOnce(
          "instrumentation "
              .concat(instrumentation.displayName())
              .concat(" does not fit this version of the library of ")
              .concat(className.replace('/', '.'))
              .concat(", which lacks ")
              .concat(missing.toString())
              .concat("; it is left alone and not traced"));
    }
    return missing == null;
  }

  /** The first member that the loader's classes do not have, or null. */
  static Instrumented.@Nullable Member missing(Instrumented.Member[] members, ClassLoader loader) {
    Map<String, ClassFile> files = new HashMap<>();
    for (Instrumented.Member member : members) {
      if (!has(member.owner(), member.name(), member.descriptor(), loader, files, 0)) {
        return member;
      }
    }
    return null;
  }

  private static boolean has(
      String owner,
      @Nullable String name,
      String descriptor,
      ClassLoader loader,
      Map<String, ClassFile> files,
      int depth) {
    // What a library inherits from the JDK is there, as far as the JDK is one we run on.
    if (owner.startsWith("java/")) {
      return depth == 0 || name == null || !owner.equals("java/lang/Object") || isOfObject(name);
    }
    if (depth > DEEPEST) {
      return false;
    }
    ClassFile file = files.get(owner);
    if (file == null) {
      byte[] classFile = Resources.classFile(loader, owner);
      file = new ClassFile();
      if (classFile == null || !file.read(classFile)) {
        return false;
      }
      files.put(owner, file);
    }
    if (name == null || declares(file, name, descriptor)) {
      return true;
    }
    String superName = file.superName();
    if (superName != null && has(superName, name, descriptor, loader, files, depth + 1)) {
      return true;
    }
    for (int i = 0; i < file.interfaceCount(); i++) {
      String implemented = file.interfaceName(i);
      if (implemented != null && has(implemented, name, descriptor, loader, files, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(ClassFile file, String name, String descriptor) {
    boolean[] found = new boolean[1];
    file.members(
        true,
        new ClassFile.MemberVisitor() {
          @Override
          public boolean member(int access, int nameIndex, int descriptorIndex) {
            found[0] = file.isNamed(nameIndex, name) && file.isNamed(descriptorIndex, descriptor);
            return !found[0];
          }
        });
    return found[0];
  }

  private static boolean isOfObject(String name) {
    switch (name) {
      case "equals":
      case "hashCode":
      case "toString":
      case "getClass":
      case "clone":
      case "finalize":
      case "notify":
      case "notifyAll":
      case "wait":
        return true;
      default:
        return false;
    }
  }
}
