package dev.gossamer.engine;

import dev.gossamer.engine.classfile.ClassFile;
import dev.gossamer.engine.classfile.Resources;
import dev.gossamer.engine.index.Index;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the targets meant by one of a type's super types. Application types are read as class files
 * and never loaded; the answer for each is remembered per class loader. Thread-safe.
 */
final class Hierarchy {
  private static final int[] NONE = {};
  private static final String JDK = "java/";

  /** Deeper than any real one; ends the walk in files that name themselves. */
  private static final int DEEPEST = 100;

  private final Index index;
  private final Loaders loaders;

  /** The packages in which classes of the JDK itself are advised, with the slash at their end. */
  private final String[] advisedPackages;

  Hierarchy(Index index, Loaders loaders) {
    this.index = index;
    this.loaders = loaders;
    this.advisedPackages = advisedPackages(index);
  }

  private static String[] advisedPackages(Index index) {
    Set<String> packages = new HashSet<>();
    for (String name : index.exactNames()) {
      if (name.startsWith(JDK)) {
        packages.add(name.substring(0, name.lastIndexOf('/') + 1));
      }
    }
    return packages.toArray(new String[0]);
  }

  /** Targets of a class that is being loaded, sorted; to be read only. */
  int[] targets(String name, ClassFile file, ClassLoader loader) {
    LoaderState state = loaders.of(loader);
    int[] targets = state.supertypes(name);
    if (targets == null) {
      targets = ofSupers(names(file), own(name), loader, 0);
      state.supertypes(name, targets);
    }
    return targets;
  }

  /**
   * Targets of a class that is loaded already.
   *
   * @param seen what was found so far
   */
  int[] targets(Class<?> type, Map<Class<?>, int[]> seen) {
    int[] known = seen.get(type);
    if (known != null) {
      return known;
    }
    int[] targets = own(type.getName().replace('.', '/'));
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && superclass != Object.class) {
      targets = union(targets, targets(superclass, seen));
    }
    for (Class<?> implemented : type.getInterfaces()) {
      targets = union(targets, targets(implemented, seen));
    }
    seen.put(type, targets);
    return targets;
  }

  private int[] own(String name) {
    int[] own = index.subtypesOf(name);
    return own == null ? NONE : own;
  }

  private int[] ofSupers(String[] supers, int[] own, @Nullable ClassLoader loader, int depth) {
    int[] targets = own;
    for (int i = 0; i < supers.length; i++) {
      targets = union(targets, of(supers[i], i == 0, loader, depth + 1));
    }
    return targets;
  }

  private int[] of(String name, boolean superclass, @Nullable ClassLoader loader, int depth) {
    if (name.equals("java/lang/Object") || depth > DEEPEST) {
      return NONE;
    }
    boolean ofJdk = name.startsWith(JDK);
    LoaderState state = loaders.of(ofJdk ? null : loader);
    int[] targets = state.supertypes(name);
    if (targets == null) {
      if (!ofJdk) {
        targets = ofResource(name, loader, depth);
      } else if (superclass && isAmongAdvised(name)) {
        targets = ofResource(name, loaders.platform(), depth);
      } else {
        targets = ofJdkType(name);
      }
      state.supertypes(name, targets);
    }
    return targets;
  }

  // What is loaded while a transformer runs is shown to none, so a class of the JDK that is advised
  // would stay as it is for good if it were loaded by this walk. In the JDK, classes that extend an
  // advised one stand in its package.
  private boolean isAmongAdvised(String name) {
    for (String advised : advisedPackages) {
      if (name.startsWith(advised) && name.indexOf('/', advised.length()) < 0) {
        return true;
      }
    }
    return false;
  }

  // The JVM loads it next anyway, as the super type of the class at hand; and its class file is
  // slow to come by.
  private int[] ofJdkType(String name) {
    try {
      Class<?> type = Class.forName(name.replace('/', '.'), false, loaders.platform());
      return targets(type, new IdentityHashMap<>());
    } catch (ClassNotFoundException | LinkageError e) {
      return own(name);
    }
  }

  private int[] ofResource(String name, @Nullable ClassLoader loader, int depth) {
    byte[] classFile = Resources.classFile(loader, name);
    ClassFile file = new ClassFile();
    return classFile != null && file.read(classFile)
        ? ofSupers(names(file), own(name), loader, depth)
        : own(name);
  }

  private static String[] names(ClassFile file) {
    String[] names = new String[1 + file.interfaceCount()];
    for (int i = 0; i < names.length; i++) {
      String name = i == 0 ? file.superName() : file.interfaceName(i - 1);
      names[i] = name == null ? "java/lang/Object" : name;
    }
    return names;
  }

  /** Both of two sorted lists, sorted. */
  static int[] union(int[] a, int[] b) {
    if (b.length == 0 || a == b) {
      return a;
    }
    if (a.length == 0) {
      return b;
    }
    int[] merged = new int[a.length + b.length];
    int size = 0;
    for (int i = 0, j = 0; i < a.length || j < b.length; ) {
      int next = j == b.length || i < a.length && a[i] <= b[j] ? a[i] : b[j];
      if (i < a.length && a[i] == next) {
        i++;
      }
      if (j < b.length && b[j] == next) {
        j++;
      }
      merged[size++] = next;
    }
    return Arrays.copyOf(merged, size);
  }

  /** Whether a sorted list has it. */
  static boolean contains(int @Nullable [] sorted, int value) {
    if (sorted != null) {
      for (int i : sorted) {
        if (i == value) {
          return true;
        }
      }
    }
    return false;
  }
}
