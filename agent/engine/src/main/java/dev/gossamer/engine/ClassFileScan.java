package dev.gossamer.engine;

import dev.gossamer.engine.classfile.ClassFile;
import dev.gossamer.engine.index.Index;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a class of the application whether it can be a target by what stands in its class file.
 * By its super types: only when it has a method that a target of that kind advises are the super
 * types looked at, which takes reading further class files. By annotations: only when its constant
 * pool names one. Reused from class to class; not thread-safe.
 */
final class ClassFileScan implements ClassFile.MemberVisitor {
  private static final int ABSTRACT_OR_NATIVE = 0x0400 | 0x0100;
  private static final int[] NONE = {};

  private final Index index;
  private final boolean subtypes;
  private final ClassFile file;
  private int[] candidates = NONE;

  ClassFileScan(Index index) {
    this.index = index;
    file = new ClassFile(index.annotations());
    subtypes = index.hasSubtypeTargets();
  }

  /** Targets to which the class belongs other than by its name, sorted; null when none. */
  int @Nullable [] targets(
      String className, byte[] classFile, ClassLoader loader, Hierarchy hierarchy) {
    candidates = NONE;
    try {
      return find(className, classFile, loader, hierarchy);
    } finally {
      file.release();
    }
  }

  private int @Nullable [] find(
      String className, byte[] classFile, ClassLoader loader, Hierarchy hierarchy) {
    if (!file.read(classFile)) {
      return null;
    }
    int[] targets = file.mentioned() == 0 ? null : byAnnotations(file.mentioned());
    if (file.isInterface() || !subtypes) {
      return targets;
    }
    file.members(false, this);
    if (candidates.length == 0) {
      return targets;
    }
    int[] meant = hierarchy.targets(className, file, loader);
    for (int target : meant) {
      if (Hierarchy.contains(candidates, target)) {
        targets =
            targets == null ? new int[] {target} : Hierarchy.union(targets, new int[] {target});
      }
    }
    return targets;
  }

  private int @Nullable [] byAnnotations(int mentioned) {
    int[] targets = null;
    for (int i = 0; mentioned >>> i != 0; i++) {
      int[] meant = (mentioned & 1 << i) == 0 ? null : index.annotatedWith(i);
      if (meant != null) {
        targets = targets == null ? meant : Hierarchy.union(targets, meant);
      }
    }
    return targets;
  }

  @Override
  public boolean member(int access, int name, int descriptor) {
    int offset = (access & ABSTRACT_OR_NATIVE) == 0 ? file.offset(name) : -1;
    if (offset >= 0) {
      int[] advised = index.methodsNamed(file.bytes(), offset, file.length(offset));
      if (advised != null) {
        candidates = Hierarchy.union(candidates, advised);
      }
    }
    return true;
  }
}
