package dev.gossamer.engine.build;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Collects what advice classes, and all that they reach in their module, use of the library. */
final class LibraryReferences {
  private static final String[] NOT_LIBRARY = {
    "java/", "dev/gossamer/", "io/opentelemetry/", "org/jspecify/", "com/google/errorprone/"
  };

  private LibraryReferences() {}

  /**
   * Lines of owner, name and descriptor, parted by blanks; the latter two are empty for a class.
   */
  static SortedSet<String> of(Collection<String> adviceClasses, Map<String, byte[]> classFiles) {
    SortedSet<String> references = new TreeSet<>();
    Set<String> reached = new HashSet<>(adviceClasses);
    Deque<String> open = new ArrayDeque<>(adviceClasses);
    Collector collector =
        new Collector(references) {
          @Override
          void reach(String internalName) {
            if (classFiles.containsKey(internalName) && reached.add(internalName)) {
              open.add(internalName);
            }
          }
        };
    for (String next; (next = open.poll()) != null; ) {
      byte[] classFile = classFiles.get(next);
      if (classFile != null) {
        // A writer, as a visitor without methods of its own would not be shown their code.
        ClassVisitor nowhere = new ClassWriter(0);
        new ClassReader(classFile)
            .accept(new ClassRemapper(nowhere, collector), ClassReader.SKIP_DEBUG);
      }
    }
    return references;
  }

  private abstract static class Collector extends Remapper {
    private final Set<String> references;

    Collector(Set<String> references) {
      super(Opcodes.ASM9);
      this.references = references;
    }

    abstract void reach(String internalName);

    @Override
    public @Nullable String map(String internalName) {
      reach(internalName);
      add(internalName, "", "");
      return internalName;
    }

    @Override
    public String mapMethodName(String owner, String name, String descriptor) {
      add(owner, name, descriptor);
      return name;
    }

    @Override
    public String mapFieldName(String owner, String name, String descriptor) {
      add(owner, name, descriptor);
      return name;
    }

    private void add(String owner, String name, String descriptor) {
      if (owner.startsWith("[")) {
        return;
      }
      for (String prefix : NOT_LIBRARY) {
        if (owner.startsWith(prefix)) {
          return;
        }
      }
      references.add(owner + " " + name + " " + descriptor);
    }
  }
}
