package dev.gossamer.engine.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions that depend on the kind of a value. */
final class Boxing {
  private static final String[] BOXES = {
    "", "Boolean", "Character", "Byte", "Short", "Integer", "Float", "Long", "Double"
  };
  private static final String[] UNBOX = {
    "",
    "booleanValue",
    "charValue",
    "byteValue",
    "shortValue",
    "intValue",
    "floatValue",
    "longValue",
    "doubleValue"
  };

  private Boxing() {}

  /** References stay as they are. */
  static void box(MethodVisitor mv, Type type) {
    if (isPrimitive(type)) {
      String box = "java/lang/" + BOXES[type.getSort()];
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          box,
          "valueOf",
          "(" + type.getDescriptor() + ")L" + box + ";",
          false);
    }
  }

  /** Makes an Object what a type says; nothing is left of it for void. */
  static void unbox(MethodVisitor mv, Type type) {
    if (type.getSort() == Type.VOID) {
      mv.visitInsn(Opcodes.POP);
    } else if (isPrimitive(type)) {
      String box = "java/lang/" + BOXES[type.getSort()];
      mv.visitTypeInsn(Opcodes.CHECKCAST, box);
      mv.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, box, UNBOX[type.getSort()], "()" + type.getDescriptor(), false);
    } else if (!type.getInternalName().equals("java/lang/Object")) {
      mv.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  /** Pushes zero, or null for references and void. */
  static void zero(MethodVisitor mv, Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        mv.visitInsn(Opcodes.LCONST_0);
        break;
      case Type.DOUBLE:
        mv.visitInsn(Opcodes.DCONST_0);
        break;
      case Type.FLOAT:
        mv.visitInsn(Opcodes.FCONST_0);
        break;
      default:
        mv.visitInsn(isPrimitive(type) ? Opcodes.ICONST_0 : Opcodes.ACONST_NULL);
        break;
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() > Type.VOID && type.getSort() < Type.ARRAY;
  }
}
