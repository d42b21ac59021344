package dev.gossamer.engine;

import dev.gossamer.engine.classfile.ClassFile;
import dev.gossamer.engine.index.Index;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a class whether it can be a target by its super types: only when it has a method that a
 * target of that kind advises are the super types looked at, which takes reading further class
 * files. Reused from class to class; not thread-safe.
 */
final class SubtypeScan implements ClassFile.MemberVisitor {
  private static final int ABSTRACT_OR_NATIVE = 0x0400 | 0x0100;
  private static final int[] NONE = {};

  private final Index index;
  private final ClassFile file = new ClassFile();
  private int[] candidates = NONE;

  SubtypeScan(Index index) {
    this.index = index;
  }

  /** Targets to which the class belongs by its super types, sorted; null when none. */
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
    if (!file.read(classFile) || file.isInterface()) {
      return null;
    }
    file.members(false, this);
    if (candidates.length == 0) {
      return null;
    }
    int[] meant = hierarchy.targets(className, file, loader);
    int[] targets = null;
    for (int target : meant) {
      if (Hierarchy.contains(candidates, target)) {
        targets =
            targets == null ? new int[] {target} : Hierarchy.union(targets, new int[] {target});
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
