package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a class before it is woven: which methods match, and what is in them. */
final class ClassScan extends ClassVisitor {
  private final MethodRule[] rules;
  private int version;
  private String owner = "";

  /** One element for each method, in the order of the class file; null when nothing matches. */
  final List<@Nullable MethodPlan> plans = new ArrayList<>();

  boolean matched;
  private boolean isInterface;
  private boolean takesState;

  ClassScan(MethodRule[] rules) {
    super(Opcodes.ASM9);
    this.rules = rules;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.version = version;
    owner = name;
    isInterface = (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_MODULE)) != 0;
    takesState =
        !isInterface
            && !"java/lang/Record".equals(superName)
            && !StateMembers.isCarrier(interfaces);
  }

  boolean takesState() {
    return takesState;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    List<MethodRule> matching = matching(access, name, descriptor);
    if (matching.isEmpty()) {
      plans.add(null);
      return null;
    }
    MethodPlan plan = new MethodPlan(version, owner, access, name, descriptor, matching);
    plans.add(plan);
    matched = true;
    return plan.skipReason == null ? new MethodScan(plan) : null;
  }

  private List<MethodRule> matching(int access, String name, String descriptor) {
    List<MethodRule> matching = Collections.emptyList();
    if (!isInterface) {
      for (MethodRule rule : rules) {
        if (rule.matches(access, name, descriptor)) {
          if (matching.isEmpty()) {
            matching = new ArrayList<>(2);
          }
          matching.add(rule);
        }
      }
    }
    return matching;
  }
}
