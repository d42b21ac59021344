package dev.gossamer.engine.weave;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes a woven class; methods without a plan are copied as they are. */
final class ClassWeaver extends ClassVisitor {
  private final int wovenVersion;
  private final List<@Nullable MethodPlan> plans;
  private final @Nullable StateMembers state;
  private final int loaderToken;
  private String owner = "";
  private int nextMethod;

  ClassWeaver(
      ClassVisitor next,
      int wovenVersion,
      List<@Nullable MethodPlan> plans,
      @Nullable StateMembers state,
      int loaderToken) {
    super(Opcodes.ASM9, next);
    this.wovenVersion = wovenVersion;
    this.plans = plans;
    this.state = state;
    this.loaderToken = loaderToken;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
    if (state != null) {
      super.visit(
          wovenVersion, access, name, state.addTo(signature), superName, state.addTo(interfaces));
    } else {
      super.visit(wovenVersion, access, name, signature, superName, interfaces);
    }
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    // Handed out as it is, the writer copies the method without looking into it.
    MethodVisitor writer = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodPlan plan = plans.get(nextMethod++);
    return plan == null || plan.skipReason != null
        ? writer
        : new MethodWeaver(writer, plan, loaderToken);
  }

  @Override
  public void visitEnd() {
    if (state != null) {
      state.write(cv, owner);
    }
    super.visitEnd();
  }
}
