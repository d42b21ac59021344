package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/**
 * Writes one woven method: what runs on entry, the body with its locals moved, what runs before
 * each return, and last a handler for what the body throws.
 *
 * <p>Several rules nest: the first is entered first and left last. Nothing inserted can throw, so
 * one handler does for all.
 */
final class MethodWeaver extends MethodVisitor {
  private final MethodPlan plan;
  private final HookCall calls;

  /** Starts and ends of the parts of the body that the handler covers. */
  private final List<Label> covered = new ArrayList<>();

  private Label partStart = new Label();

  MethodWeaver(MethodVisitor next, MethodPlan plan, int loaderToken) {
    super(Opcodes.ASM9, next);
    this.plan = plan;
    calls = new HookCall(next, plan, loaderToken);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    for (RulePlan rule : plan.rules) {
      enter(rule);
    }
    startPart();
  }

  private void enter(RulePlan rule) {
    if (rule.thisLocal != 0) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitVarInsn(Opcodes.ASTORE, rule.thisLocal);
    }
    for (int i = 0; i < plan.arguments.length; i++) {
      if (rule.argumentLocal(i) != plan.slot(i)) {
        mv.visitVarInsn(plan.arguments[i].getOpcode(Opcodes.ILOAD), plan.slot(i));
        mv.visitVarInsn(plan.arguments[i].getOpcode(Opcodes.ISTORE), rule.argumentLocal(i));
      }
    }
    if (rule.stateLocal != RulePlan.NONE) {
      mv.visitInsn(Opcodes.ACONST_NULL);
      mv.visitVarInsn(Opcodes.ASTORE, rule.stateLocal);
    }
    for (Hook hook : rule.hooks) {
      if (hook.kind == Hook.Kind.ENTER) {
        calls.write(rule, hook, HookCall.Place.ENTRY);
        if (hook.returnsValue) {
          keepState(rule);
        }
      }
    }
    for (Hook hook : rule.hooks) {
      if (hook.kind == Hook.Kind.REPLACE_ARGUMENT) {
        calls.write(rule, hook, HookCall.Place.ENTRY);
        mv.visitVarInsn(
            plan.arguments[hook.argument].getOpcode(Opcodes.ISTORE), plan.slot(hook.argument));
      }
    }
  }

  private void keepState(RulePlan rule) {
    if (rule.stateLocal == RulePlan.NONE) {
      mv.visitInsn(Opcodes.POP);
    } else {
      mv.visitVarInsn(Opcodes.ASTORE, rule.stateLocal);
    }
  }

  private void startPart() {
    partStart = new Label();
    mv.visitLabel(partStart);
  }

  // The writer resolves a label as it is visited, so its offset is known here.
  private void endPart() {
    Label end = new Label();
    mv.visitLabel(end);
    if (end.getOffset() > partStart.getOffset()) {
      covered.add(partStart);
      covered.add(end);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    endPart();
    if (plan.touchesResult() && opcode != Opcodes.RETURN) {
      mv.visitVarInsn(plan.result.getOpcode(Opcodes.ISTORE), plan.temporary);
      exit(HookCall.Place.RETURN);
      mv.visitVarInsn(plan.result.getOpcode(Opcodes.ILOAD), plan.temporary);
    } else {
      exit(HookCall.Place.RETURN);
    }
    super.visitInsn(opcode);
    startPart();
  }

  private void exit(HookCall.Place place) {
    for (int i = plan.rules.length - 1; i >= 0; i--) {
      RulePlan rule = plan.rules[i];
      for (Hook hook : rule.hooks) {
        if (hook.kind == Hook.Kind.EXIT) {
          calls.write(rule, hook, place);
          if (!hook.returnsValue) {
            continue;
          }
          if (place == HookCall.Place.RETURN) {
            mv.visitVarInsn(plan.result.getOpcode(Opcodes.ISTORE), plan.temporary);
          } else {
            mv.visitInsn(plan.result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
          }
        }
      }
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean candidate =
        (opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE)
            && descriptor.startsWith("()");
    boolean before = candidate && hasCall(Hook.Kind.BEFORE_CALL, owner, name);
    boolean after = candidate && hasCall(Hook.Kind.AFTER_CALL, owner, name);
    if (before || after) {
      mv.visitInsn(Opcodes.DUP);
      mv.visitVarInsn(Opcodes.ASTORE, plan.temporary);
    }
    if (before) {
      for (int i = 0; i < plan.rules.length; i++) {
        writeCalls(plan.rules[i], Hook.Kind.BEFORE_CALL, owner, name);
      }
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    if (after) {
      for (int i = plan.rules.length - 1; i >= 0; i--) {
        writeCalls(plan.rules[i], Hook.Kind.AFTER_CALL, owner, name);
      }
    }
  }

  private boolean hasCall(Hook.Kind kind, String owner, String name) {
    for (RulePlan rule : plan.rules) {
      for (Hook hook : rule.hooks) {
        if (hook.standsAt(kind, owner, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private void writeCalls(RulePlan rule, Hook.Kind kind, String owner, String name) {
    for (Hook hook : rule.hooks) {
      if (hook.standsAt(kind, owner, name)) {
        calls.write(rule, hook, HookCall.Place.BODY);
      }
    }
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    super.visitVarInsn(opcode, plan.moved(local));
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    super.visitIincInsn(plan.moved(local), increment);
  }

  @Override
  public void visitFrame(
      int type,
      int localCount,
      Object @Nullable [] locals,
      int stackCount,
      Object @Nullable [] stack) {
    Object[] woven = plan.frame(localCount, locals);
    super.visitFrame(Opcodes.F_NEW, woven.length, woven, stackCount, stack);
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int local) {
    super.visitLocalVariable(name, descriptor, signature, start, end, plan.moved(local));
  }

  @Override
  public AnnotationVisitor visitLocalVariableAnnotation(
      int typeRef,
      @Nullable TypePath path,
      Label[] starts,
      Label[] ends,
      int[] locals,
      String descriptor,
      boolean visible) {
    int[] moved = new int[locals.length];
    for (int i = 0; i < locals.length; i++) {
      moved[i] = plan.moved(locals[i]);
    }
    return super.visitLocalVariableAnnotation(
        typeRef, path, starts, ends, moved, descriptor, visible);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    endPart();
    if (!covered.isEmpty() && plan.guarded()) {
      writeHandler();
    }
    super.visitMaxs(plan.maxStack, plan.maxLocals);
  }

  private void writeHandler() {
    Label handler = new Label();
    mv.visitLabel(handler);
    for (int i = 0; i < covered.size(); i += 2) {
      mv.visitTryCatchBlock(covered.get(i), covered.get(i + 1), handler, null);
    }
    if (plan.frames) {
      Object[] locals = plan.handlerFrame();
      Object[] stack = {"java/lang/Throwable"};
      mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, stack);
    }
    mv.visitVarInsn(Opcodes.ASTORE, plan.temporary);
    exit(HookCall.Place.THROW);
    mv.visitVarInsn(Opcodes.ALOAD, plan.temporary);
    mv.visitInsn(Opcodes.ATHROW);
  }
}
