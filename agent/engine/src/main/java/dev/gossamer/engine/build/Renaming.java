package dev.gossamer.engine.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Renames a library's packages in an instrumentation, and moves its classes to a package of their
 * own beside the originals. String constants that begin with a renamed package are renamed too:
 * names of request attributes follow their package. Immutable.
 */
final class Renaming {
  static final Renaming NONE = new Renaming(new LinkedHashMap<>(), "", "");

  private final Map<String, String> packages;
  private final String home;
  private final String suffix;

  private Renaming(Map<String, String> packages, String home, String suffix) {
    this.packages = packages;
    this.home = home;
    this.suffix = suffix;
  }

  /**
   * A renaming.
   *
   * @param packages dotted prefix to dotted prefix
   * @param home internal name of the package of the instrumentation, with the slash at its end
   */
  static Renaming of(Map<String, String> packages, String home) {
    String last = "";
    for (String renamed : packages.values()) {
      last = renamed;
    }
    return new Renaming(new LinkedHashMap<>(packages), home, last);
  }

  /** What tells the variant from the original; empty for the original. */
  String variant() {
    return suffix;
  }

  /** A dotted name, or any string that begins with one. */
  String dotted(String name) {
    for (Map.Entry<String, String> entry : packages.entrySet()) {
      String from = entry.getKey();
      if (name.startsWith(from)
          && (name.length() == from.length() || name.charAt(from.length()) == '.')) {
        return entry.getValue() + name.substring(from.length());
      }
    }
    return name;
  }

  /** An internal name. */
  String internal(String name) {
    if (!suffix.isEmpty() && name.startsWith(home)) {
      return home + suffix.replace('.', '_') + "/" + name.substring(home.length());
    }
    return dotted(name.replace('/', '.')).replace('.', '/');
  }

  SortedMap<String, byte[]> classFiles(Map<String, byte[]> originals) {
    SortedMap<String, byte[]> renamed = new TreeMap<>();
    Remapper remapper =
        new Remapper(org.objectweb.asm.Opcodes.ASM9) {
          @Override
          public String map(String internalName) {
            return internal(internalName);
          }

          @Override
          public Object mapValue(Object value) {
            return value instanceof String ? dotted((String) value) : super.mapValue(value);
          }
        };
    for (Map.Entry<String, byte[]> original : originals.entrySet()) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(original.getValue()).accept(new ClassRemapper(writer, remapper), 0);
      renamed.put(internal(original.getKey()), writer.toByteArray());
    }
    return renamed;
  }
}
