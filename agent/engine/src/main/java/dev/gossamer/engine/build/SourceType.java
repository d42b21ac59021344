package dev.gossamer.engine.build;

import org.objectweb.asm.Type;

/** Types as written in source. */
final class SourceType {
  private SourceType() {}

  static String descriptor(String source, Renaming renaming) {
    String element = source.trim();
    StringBuilder descriptor = new StringBuilder();
    while (element.endsWith("[]")) {
      descriptor.append('[');
      element = element.substring(0, element.length() - 2).trim();
    }
    switch (element) {
      case "void":
        return descriptor.append(Type.VOID_TYPE).toString();
      case "boolean":
        return descriptor.append(Type.BOOLEAN_TYPE).toString();
      case "char":
        return descriptor.append(Type.CHAR_TYPE).toString();
      case "byte":
        return descriptor.append(Type.BYTE_TYPE).toString();
      case "short":
        return descriptor.append(Type.SHORT_TYPE).toString();
      case "int":
        return descriptor.append(Type.INT_TYPE).toString();
      case "float":
        return descriptor.append(Type.FLOAT_TYPE).toString();
      case "long":
        return descriptor.append(Type.LONG_TYPE).toString();
      case "double":
        return descriptor.append(Type.DOUBLE_TYPE).toString();
      default:
        if (element.indexOf('.') < 0) {
          throw new InvalidInstrumentationException(
              "'" + source + "' is no type: classes are written with their package");
        }
        String internal = renaming.internal(element.replace('.', '/'));
        return descriptor.append('L').append(internal).append(';').toString();
    }
  }
}
