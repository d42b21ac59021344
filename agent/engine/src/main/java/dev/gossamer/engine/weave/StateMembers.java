package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The members by which an object carries state of the agent. */
final class StateMembers {
  private static final String CARRIER = "java/lang/GossamerState";
  private static final String FIELD = "gossamer$state";
  private static final String METHOD = "gossamerState";
  private static final String OBJECT = "Ljava/lang/Object;";

  private final @Nullable Long serialVersion;

  /**
   * @param serialVersion what to declare with the members, or null when there is no need
   */
  StateMembers(@Nullable Long serialVersion) {
    this.serialVersion = serialVersion;
  }

  static boolean isCarrier(String @Nullable [] interfaces) {
    if (interfaces != null) {
      for (String name : interfaces) {
        if (name.equals(CARRIER)) {
          return true;
        }
      }
    }
    return false;
  }

  String[] addTo(String @Nullable [] interfaces) {
    int count = interfaces == null ? 0 : interfaces.length;
    String[] more = new String[count + 1];
    if (interfaces != null) {
      System.arraycopy(interfaces, 0, more, 0, count);
    }
    more[count] = CARRIER;
    return more;
  }

  /** The interfaces of a generic signature come last in it. */
  @Nullable String addTo(@Nullable String signature) {
    return signature == null ? null : signature + "L" + CARRIER + ";";
  }

  void write(ClassVisitor cv, String owner) {
    int hidden = Opcodes.ACC_SYNTHETIC;
    cv.visitField(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_VOLATILE | hidden,
            FIELD,
            OBJECT,
            null,
            null)
        .visitEnd();
    if (serialVersion != null) {
      cv.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | hidden,
              SerialVersion.FIELD,
              "J",
              null,
              serialVersion)
          .visitEnd();
    }

    MethodVisitor getter =
        cv.visitMethod(Opcodes.ACC_PUBLIC | hidden, METHOD, "()" + OBJECT, null, null);
    getter.visitCode();
    getter.visitVarInsn(Opcodes.ALOAD, 0);
    getter.visitFieldInsn(Opcodes.GETFIELD, owner, FIELD, OBJECT);
    getter.visitInsn(Opcodes.ARETURN);
    getter.visitMaxs(1, 1);
    getter.visitEnd();

    MethodVisitor setter =
        cv.visitMethod(Opcodes.ACC_PUBLIC | hidden, METHOD, "(" + OBJECT + ")V", null, null);
    setter.visitCode();
    setter.visitVarInsn(Opcodes.ALOAD, 0);
    setter.visitVarInsn(Opcodes.ALOAD, 1);
    setter.visitFieldInsn(Opcodes.PUTFIELD, owner, FIELD, OBJECT);
    setter.visitInsn(Opcodes.RETURN);
    setter.visitMaxs(2, 2);
    setter.visitEnd();
  }
}
