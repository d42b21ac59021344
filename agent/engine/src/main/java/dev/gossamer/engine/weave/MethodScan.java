package dev.gossamer.engine.weave;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a body before it is woven: what it does to its arguments and how large it is. */
final class MethodScan extends MethodVisitor {
  final MethodPlan plan;
  private final int argumentSize;

  /** Slots of arguments that do not hold the argument everywhere in the body. */
  private final BitSet disturbed = new BitSet();

  /** First slots of long and double values. */
  private final BitSet wide = new BitSet();

  int maxStack;
  int maxLocals;

  MethodScan(MethodPlan plan) {
    super(Opcodes.ASM9);
    this.plan = plan;
    argumentSize = plan.argumentSize;
  }

  boolean disturbs(int slot, int size) {
    return disturbed.get(slot) || size == 2 && disturbed.get(slot + 1);
  }

  /** The first slot after the arguments that no value reaches into from below. */
  int firstFreeSlot() {
    int slot = argumentSize;
    while (slot > 0 && wide.get(slot - 1)) {
      slot++;
    }
    return slot;
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
      wide.set(slot);
      disturb(slot, 2);
    } else if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      disturb(slot, 1);
    }
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    disturb(slot, 1);
  }

  // A frame may say less about an argument than its declaration does; then it can't be read there.
  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] locals,
      int stackCount,
      Object @Nullable [] stack) {
    int slot = 0;
    for (int i = 0; locals != null && i < localCount; i++) {
      Object found = locals[i];
      int size = found == Opcodes.LONG || found == Opcodes.DOUBLE ? 2 : 1;
      if (size == 2) {
        wide.set(slot);
      }
      if (slot < argumentSize && !plan.holdsArgument(slot, found)) {
        disturb(slot, size);
      }
      slot += size;
    }
    if (slot < argumentSize) {
      disturb(slot, argumentSize - slot);
    }
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    maxStack = stack;
    maxLocals = locals;
  }

  private void disturb(int slot, int size) {
    if (slot < argumentSize) {
      disturbed.set(slot, slot + size);
    }
  }
}
