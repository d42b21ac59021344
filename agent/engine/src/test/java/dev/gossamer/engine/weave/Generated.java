package dev.gossamer.engine.weave;

import static org.objectweb.asm.Opcodes.*;

import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that today's javac does not write. Each has one static method {@code run}. */
final class Generated {
  private static final String OWNER = "dev/gossamer/engine/weave/Sample";

  private Generated() {}

  /** A class of one version whose method is written instruction by instruction. */
  static byte[] sample(
      int version, String descriptor, int maxStack, int maxLocals, Consumer<MethodVisitor> code) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, ACC_PUBLIC | ACC_SUPER, OWNER, null, "java/lang/Object", null);
    MethodVisitor mv = writer.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", descriptor, null, null);
    mv.visitCode();
    code.accept(mv);
    mv.visitMaxs(maxStack, maxLocals);
    mv.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** {@code while (a > 0) a--; return a;} as one loop to the very first instruction. */
  static byte[] jumpToStart(int version) {
    return sample(
        version,
        "(I)I",
        1,
        1,
        mv -> {
          Label start = new Label();
          Label end = new Label();
          mv.visitLabel(start);
          frame(version, mv, INTEGER);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitJumpInsn(IFLE, end);
          mv.visitIincInsn(0, -1);
          mv.visitJumpInsn(GOTO, start);
          mv.visitLabel(end);
          frame(version, mv, INTEGER);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitInsn(IRETURN);
        });
  }

  /**
   * try { return 100 / a; } finally { b++ } as a subroutine, in locals right after the arguments.
   */
  static byte[] subroutine(int version) {
    return sample(
        version,
        "(I)I",
        2,
        5,
        mv -> {
          Label start = new Label();
          Label end = new Label();
          Label handler = new Label();
          Label routine = new Label();
          mv.visitTryCatchBlock(start, end, handler, null);
          mv.visitInsn(ICONST_0);
          mv.visitVarInsn(ISTORE, 4);
          mv.visitLabel(start);
          mv.visitIntInsn(BIPUSH, 100);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitInsn(IDIV);
          mv.visitVarInsn(ISTORE, 1);
          mv.visitJumpInsn(JSR, routine);
          mv.visitVarInsn(ILOAD, 1);
          mv.visitInsn(IRETURN);
          mv.visitLabel(end);
          mv.visitLabel(handler);
          mv.visitVarInsn(ASTORE, 2);
          mv.visitJumpInsn(JSR, routine);
          mv.visitVarInsn(ALOAD, 2);
          mv.visitInsn(ATHROW);
          mv.visitLabel(routine);
          mv.visitVarInsn(ASTORE, 3);
          mv.visitIincInsn(4, 1);
          mv.visitVarInsn(RET, 3);
        });
  }

  /** A subroutine that keeps its return address in the slot of the argument and returns itself. */
  static byte[] subroutineInArgumentSlot(int version) {
    return sample(
        version,
        "(Ljava/lang/String;)I",
        2,
        1,
        mv -> {
          Label routine = new Label();
          mv.visitVarInsn(ALOAD, 0);
          mv.visitMethodInsn(INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
          mv.visitJumpInsn(JSR, routine);
          mv.visitInsn(IRETURN);
          mv.visitLabel(routine);
          mv.visitVarInsn(ASTORE, 0);
          mv.visitVarInsn(RET, 0);
        });
  }

  /** Returns with more on the stack than what it returns. */
  static byte[] leftovers(int version) {
    return sample(
        version,
        "(IJ)J",
        7,
        3,
        mv -> {
          Label negative = new Label();
          mv.visitInsn(ICONST_1);
          mv.visitInsn(DCONST_1);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitJumpInsn(IFLT, negative);
          mv.visitVarInsn(LLOAD, 1);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitInsn(I2L);
          mv.visitInsn(LADD);
          mv.visitInsn(LRETURN);
          mv.visitLabel(negative);
          if (hasFrames(version)) {
            mv.visitFrame(
                F_NEW, 2, new Object[] {INTEGER, LONG}, 2, new Object[] {INTEGER, DOUBLE});
          }
          mv.visitInsn(POP2);
          mv.visitInsn(POP);
          mv.visitInsn(ACONST_NULL);
          mv.visitInsn(ATHROW);
        });
  }

  /** A long that starts in the last argument slot and ends in the first local. */
  static byte[] straddle(int version) {
    return sample(
        version,
        "(I)I",
        4,
        4,
        mv -> {
          Label end = new Label();
          mv.visitVarInsn(ILOAD, 0);
          mv.visitInsn(I2L);
          mv.visitInsn(DUP2);
          mv.visitVarInsn(LSTORE, 1);
          mv.visitVarInsn(LSTORE, 0);
          mv.visitVarInsn(LLOAD, 0);
          mv.visitInsn(L2I);
          mv.visitJumpInsn(IFEQ, end);
          mv.visitVarInsn(LLOAD, 0);
          mv.visitInsn(L2I);
          mv.visitInsn(ICONST_2);
          mv.visitInsn(IMUL);
          mv.visitInsn(IRETURN);
          mv.visitLabel(end);
          frame(version, mv, LONG);
          mv.visitInsn(ICONST_M1);
          mv.visitInsn(IRETURN);
        });
  }

  /** Puts a value of another type in an argument's slot, and jumps with it. */
  static byte[] retyped(int version) {
    return sample(
        version,
        "(ILjava/lang/Object;J)Ljava/lang/String;",
        2,
        4,
        mv -> {
          Label end = new Label();
          mv.visitVarInsn(ILOAD, 0);
          mv.visitLdcInsn("text");
          mv.visitVarInsn(ASTORE, 0);
          mv.visitInsn(ICONST_3);
          mv.visitVarInsn(ISTORE, 3);
          mv.visitJumpInsn(IFEQ, end);
          mv.visitVarInsn(ALOAD, 1);
          mv.visitMethodInsn(
              INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
          mv.visitInsn(ARETURN);
          mv.visitLabel(end);
          frame(version, mv, "java/lang/String", "java/lang/Object", TOP, INTEGER);
          mv.visitVarInsn(ALOAD, 0);
          mv.visitInsn(ARETURN);
        });
  }

  /** Frames that have forgotten the arguments, though nobody overwrote them. */
  static byte[] poorFrames(int version) {
    return sample(
        version,
        "(ILjava/lang/String;)I",
        1,
        2,
        mv -> {
          Label zero = new Label();
          mv.visitVarInsn(ILOAD, 0);
          mv.visitJumpInsn(IFEQ, zero);
          mv.visitVarInsn(ALOAD, 1);
          mv.visitMethodInsn(INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
          mv.visitInsn(IRETURN);
          mv.visitLabel(zero);
          frame(version, mv);
          mv.visitInsn(ICONST_M1);
          mv.visitInsn(IRETURN);
        });
  }

  /** Code that nobody reaches, with a frame without locals, as ASM writes for it. */
  static byte[] deadCode(int version) {
    return sample(
        version,
        "(I)V",
        1,
        1,
        mv -> {
          mv.visitInsn(RETURN);
          if (hasFrames(version)) {
            mv.visitFrame(F_NEW, 0, null, 1, new Object[] {"java/lang/Throwable"});
          } else {
            mv.visitInsn(ACONST_NULL);
          }
          mv.visitInsn(ATHROW);
        });
  }

  /** Jumps of nearly 32 kB over several returns, which weaving makes longer than a short. */
  static byte[] longJumps(int version) {
    return sample(
        version,
        "(I)I",
        2,
        2,
        mv -> {
          Label start = new Label();
          Label far = new Label();
          mv.visitInsn(ICONST_0);
          mv.visitVarInsn(ISTORE, 1);
          mv.visitLabel(start);
          frame(version, mv, INTEGER, INTEGER);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitJumpInsn(IFEQ, far);
          for (int i = 0; i < 20; i++) {
            Label next = new Label();
            mv.visitVarInsn(ILOAD, 0);
            mv.visitIntInsn(BIPUSH, i + 10);
            mv.visitJumpInsn(IF_ICMPNE, next);
            mv.visitVarInsn(ILOAD, 1);
            mv.visitInsn(IRETURN);
            mv.visitLabel(next);
            frame(version, mv, INTEGER, INTEGER);
          }
          for (int i = 0; i < 10_820; i++) {
            mv.visitIincInsn(1, 1);
          }
          mv.visitIincInsn(0, -1);
          mv.visitVarInsn(ILOAD, 0);
          mv.visitJumpInsn(IFGT, start);
          mv.visitLabel(far);
          frame(version, mv, INTEGER, INTEGER);
          mv.visitVarInsn(ILOAD, 1);
          mv.visitInsn(IRETURN);
        });
  }

  /** A straight body of a given size in bytes. */
  static byte[] large(int version, int size) {
    return sample(
        version,
        "(I)I",
        1,
        1,
        mv -> {
          for (int i = 0; i < (size - 2) / 3; i++) {
            mv.visitIincInsn(0, 1);
          }
          for (int i = 0; i < (size - 2) % 3; i++) {
            mv.visitInsn(NOP);
          }
          mv.visitVarInsn(ILOAD, 0);
          mv.visitInsn(IRETURN);
        });
  }

  /** A body that uses the last of many locals. */
  static byte[] manyLocals(int version, int maxLocals) {
    return sample(
        version,
        "(I)I",
        1,
        maxLocals,
        mv -> {
          mv.visitVarInsn(ILOAD, 0);
          mv.visitVarInsn(ISTORE, maxLocals - 1);
          mv.visitIincInsn(maxLocals - 1, 1);
          mv.visitVarInsn(ILOAD, maxLocals - 1);
          mv.visitInsn(IRETURN);
        });
  }

  /** A constructor and a method that overwrite this. */
  static byte[] overwrittenThis(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, ACC_PUBLIC | ACC_SUPER, OWNER, null, "java/lang/Object", null);
    MethodVisitor mv = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    mv.visitCode();
    mv.visitVarInsn(ALOAD, 0);
    mv.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    mv.visitInsn(ACONST_NULL);
    mv.visitVarInsn(ASTORE, 0);
    mv.visitInsn(RETURN);
    mv.visitMaxs(1, 1);
    mv.visitEnd();
    mv = writer.visitMethod(ACC_PUBLIC, "run", "(I)Ljava/lang/Object;", null, null);
    mv.visitCode();
    mv.visitLdcInsn("not this");
    mv.visitVarInsn(ASTORE, 0);
    mv.visitVarInsn(ALOAD, 0);
    mv.visitInsn(ARETURN);
    mv.visitMaxs(1, 2);
    mv.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** A constructor that branches before super() with uninitialised this in its frames. */
  static byte[] branchBeforeSuper(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, ACC_PUBLIC | ACC_SUPER, OWNER, null, "java/lang/Exception", null);
    MethodVisitor mv = writer.visitMethod(ACC_PUBLIC, "<init>", "(I)V", null, null);
    mv.visitCode();
    Label positive = new Label();
    Label call = new Label();
    Label end = new Label();
    mv.visitVarInsn(ALOAD, 0);
    mv.visitVarInsn(ILOAD, 1);
    mv.visitJumpInsn(IFGT, positive);
    mv.visitLdcInsn("negative");
    mv.visitJumpInsn(GOTO, call);
    mv.visitLabel(positive);
    Object[] locals = {UNINITIALIZED_THIS, INTEGER};
    if (hasFrames(version)) {
      mv.visitFrame(F_NEW, 2, locals, 1, new Object[] {UNINITIALIZED_THIS});
    }
    mv.visitLdcInsn("positive");
    mv.visitLabel(call);
    if (hasFrames(version)) {
      mv.visitFrame(F_NEW, 2, locals, 2, new Object[] {UNINITIALIZED_THIS, "java/lang/String"});
    }
    mv.visitMethodInsn(
        INVOKESPECIAL, "java/lang/Exception", "<init>", "(Ljava/lang/String;)V", false);
    mv.visitVarInsn(ILOAD, 1);
    mv.visitJumpInsn(IFEQ, end);
    mv.visitInsn(RETURN);
    mv.visitLabel(end);
    frame(version, mv, OWNER, INTEGER);
    mv.visitInsn(RETURN);
    mv.visitMaxs(2, 2);
    mv.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void frame(int version, MethodVisitor mv, Object... locals) {
    if (hasFrames(version)) {
      mv.visitFrame(F_NEW, locals.length, locals, 0, null);
    }
  }

  // Version 45 has a minor version in its upper half.
  private static boolean hasFrames(int version) {
    return (version & 0xffff) >= Opcodes.V1_6;
  }
}
