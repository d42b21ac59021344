package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether a body of version 50 may stand in a class file of version 51: it has no subroutine, and
 * stack map frames where control arrives in any way but from the instruction before (JVMS 4.10.1).
 * Up to version 50 the JVM falls back to inferring types where they are missing.
 *
 * <p>To be driven by a {@link ClassReader}, which makes one label for each offset.
 */
final class FrameCheck extends MethodVisitor {
  private static final Object WITHOUT_FRAME = new Object();
  private static final String EARLIER_FRAMES = "StackMap";
  private static final int UTF8 = 1;

  private final ClassScan scan;
  private final List<Label> targets = new ArrayList<>();

  /** The label at the current offset, if any, and whether a frame stands there. */
  private @Nullable Label label;

  private boolean framed;

  /** Whether the instruction before never goes on to this one. */
  private boolean apart;

  private boolean fits = true;

  /**
   * @param next sees the body too; may be null
   */
  FrameCheck(ClassScan scan, @Nullable MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.scan = scan;
  }

  /**
   * Whether the class may have frames as Java ME writes them. The reader takes them for frames, the
   * JVM does not.
   */
  static boolean mayHaveEarlierFrames(ClassReader reader) {
    int length = EARLIER_FRAMES.length();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset == 0
          || reader.readByte(offset - 1) != UTF8
          || reader.readUnsignedShort(offset) != length) {
        continue;
      }
      int same = 0;
      while (same < length && reader.readByte(offset + 2 + same) == EARLIER_FRAMES.charAt(same)) {
        same++;
      }
      if (same == length) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    targets.add(handler);
    super.visitTryCatchBlock(start, end, handler, type);
  }

  @Override
  public void visitLabel(Label label) {
    this.label = label;
    super.visitLabel(label);
  }

  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] locals,
      int stackCount,
      Object @Nullable [] stack) {
    framed = true;
    super.visitFrame(type, localCount, locals, stackCount, stack);
  }

  private void instruction(boolean goesOn) {
    if (!framed) {
      fits &= !apart;
      if (label != null) {
        label.info = WITHOUT_FRAME;
      }
    }
    label = null;
    framed = false;
    apart = !goesOn;
  }

  @Override
  public void visitInsn(int opcode) {
    boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    instruction(!returns && opcode != Opcodes.ATHROW);
    super.visitInsn(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    instruction(true);
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    instruction(true);
    fits &= opcode != Opcodes.RET;
    super.visitVarInsn(opcode, local);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    instruction(true);
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    instruction(true);
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    instruction(true);
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... bootstrapArguments) {
    fits = false;
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, bootstrapArguments);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    instruction(opcode != Opcodes.GOTO);
    fits &= opcode != Opcodes.JSR;
    targets.add(target);
    super.visitJumpInsn(opcode, target);
  }

  @Override
  public void visitLdcInsn(Object value) {
    instruction(true);
    super.visitLdcInsn(value);
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    instruction(true);
    super.visitIincInsn(local, increment);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    branches(otherwise, labels);
    super.visitTableSwitchInsn(min, max, otherwise, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    branches(otherwise, labels);
    super.visitLookupSwitchInsn(otherwise, keys, labels);
  }

  private void branches(Label otherwise, Label[] labels) {
    instruction(false);
    targets.add(otherwise);
    for (Label target : labels) {
      targets.add(target);
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    instruction(true);
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }

  @Override
  public void visitEnd() {
    for (Label target : targets) {
      fits &= target.info != WITHOUT_FRAME;
    }
    if (!fits) {
      scan.staysOld();
    }
    super.visitEnd();
  }
}
