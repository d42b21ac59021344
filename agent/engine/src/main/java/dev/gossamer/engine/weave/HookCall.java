package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the call of one hook: an invokedynamic of the boot dispatcher, or a static call of it with
 * boxed arguments in class files that know no invokedynamic.
 */
final class HookCall {
  /** Where in a method a call stands, which decides what values there are. */
  enum Place {
    ENTRY,
    BODY,
    RETURN,
    THROW
  }

  private static final String DISPATCHER = "java/lang/GossamerDispatcher";
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          DISPATCHER,
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;I)Ljava/lang/invoke/CallSite;",
          false);
  private static final Handle LINK_DESCRIBED =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          DISPATCHER,
          "linkDescribed",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;ILjava/lang/String;)Ljava/lang/invoke/CallSite;",
          false);
  // Hook, loader, array; array, index; a boxed or unboxed value.
  private static final int BOXED_DEPTH = 7;
  // Array, index; a boxed value; besides the array that stays.
  private static final int ARRAY_DEPTH = 4;

  private final MethodVisitor mv;
  private final MethodPlan plan;
  private final int loaderToken;

  HookCall(MethodVisitor mv, MethodPlan plan, int loaderToken) {
    this.mv = mv;
    this.plan = plan;
    this.loaderToken = loaderToken;
  }

  /** How many stack slots a call takes. */
  static int depth(MethodPlan plan, Hook hook) {
    Type replaced = replaced(plan, hook);
    if (!plan.dynamic) {
      return BOXED_DEPTH;
    }
    int depth = replaced == null ? 0 : replaced.getSize();
    for (Binding parameter : hook.parameters) {
      depth += type(plan, parameter).getSize();
      if (parameter.source == Binding.Source.ANNOTATED_ARGUMENTS) {
        depth += ARRAY_DEPTH;
      }
    }
    return depth;
  }

  /** The value a hook replaces, or null. */
  private static @Nullable Type replaced(MethodPlan plan, Hook hook) {
    if (hook.kind == Hook.Kind.REPLACE_ARGUMENT) {
      return plan.arguments[hook.argument];
    }
    return hook.kind == Hook.Kind.EXIT && hook.returnsValue ? plan.result : null;
  }

  private static Type type(MethodPlan plan, Binding parameter) {
    if (parameter.source == Binding.Source.ARGUMENT) {
      return erased(plan.arguments[parameter.index]);
    }
    return parameter.source == Binding.Source.RETURNED ? erased(plan.result) : OBJECT;
  }

  private static Type erased(Type type) {
    return type.getSort() >= Type.ARRAY || type.getSort() == Type.VOID ? OBJECT : type;
  }

  /**
   * Leaves what the hook returns on the stack: the state, the replaced value, or nothing. What the
   * method returned or threw, or the receiver, is in the plan's temporary.
   */
  void write(RulePlan rule, Hook hook, Place place) {
    Type replaced = replaced(plan, hook);
    boolean givesState = hook.kind == Hook.Kind.ENTER && hook.returnsValue;
    Type returned = replaced != null ? replaced : givesState ? OBJECT : Type.VOID_TYPE;
    if (plan.dynamic) {
      writeDynamic(rule, hook, place, replaced, returned);
    } else {
      writeBoxed(rule, hook, place, replaced, returned);
    }
  }

  private void writeDynamic(
      RulePlan rule, Hook hook, Place place, @Nullable Type replaced, Type returned) {
    StringBuilder descriptor = new StringBuilder("(");
    if (replaced != null) {
      loadReplaced(hook, place, replaced);
      descriptor.append(replaced.getDescriptor());
    }
    for (Binding parameter : hook.parameters) {
      if (parameter.source != Binding.Source.DESCRIBED) {
        load(rule, parameter, place);
        descriptor.append(type(plan, parameter).getDescriptor());
      }
    }
    descriptor.append(')').append(returned.getDescriptor());
    String type = descriptor.toString();
    if (hook.isDescribed() && plan.description != null) {
      mv.visitInvokeDynamicInsn(siteName(hook), type, LINK_DESCRIBED, hook.id, plan.description);
    } else {
      mv.visitInvokeDynamicInsn(siteName(hook), type, LINK, hook.id);
    }
  }

  private void writeBoxed(
      RulePlan rule, Hook hook, Place place, @Nullable Type replaced, Type returned) {
    push(hook.id);
    push(loaderToken);
    int index = replaced == null ? 0 : 1;
    push(hook.parameters.length + index);
    mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    if (replaced != null) {
      mv.visitInsn(Opcodes.DUP);
      push(0);
      loadReplaced(hook, place, replaced);
      Boxing.box(mv, replaced);
      mv.visitInsn(Opcodes.AASTORE);
    }
    for (Binding parameter : hook.parameters) {
      mv.visitInsn(Opcodes.DUP);
      push(index++);
      load(rule, parameter, place);
      Boxing.box(mv, type(plan, parameter));
      mv.visitInsn(Opcodes.AASTORE);
    }
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        DISPATCHER,
        "call",
        "(II[Ljava/lang/Object;)Ljava/lang/Object;",
        false);
    Boxing.unbox(mv, returned);
  }

  private static String siteName(Hook hook) {
    switch (hook.kind) {
      case ENTER:
        return "enter";
      case EXIT:
        return hook.returnsValue ? "replaceReturn" : "exit";
      case REPLACE_ARGUMENT:
        return "replaceArgument";
      case BEFORE_CALL:
        return "beforeCall";
      default:
        return "afterCall";
    }
  }

  private void loadReplaced(Hook hook, Place place, Type type) {
    if (hook.kind == Hook.Kind.REPLACE_ARGUMENT) {
      mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), plan.slot(hook.argument));
    } else {
      loadResult(place);
    }
  }

  private void load(RulePlan rule, Binding parameter, Place place) {
    switch (parameter.source) {
      case ARGUMENT:
        load(plan.arguments[parameter.index], rule.argumentLocal(parameter.index));
        break;
      case RETURNED:
        loadResult(place);
        break;
      case METHOD_NAME:
        mv.visitLdcInsn(plan.name);
        break;
      case DESCRIBED:
        throw new IllegalStateException("put in when the call is linked");
      case ANNOTATED_ARGUMENTS:
        loadAnnotatedArguments(rule);
        break;
      case THIS:
        boolean here = !plan.isStatic && !(plan.constructor && place != Place.RETURN);
        loadOrNull(here, rule.thisLocal);
        break;
      case STATE:
        loadOrNull(rule.stateLocal != RulePlan.NONE, rule.stateLocal);
        break;
      case THROWN:
        loadOrNull(place == Place.THROW, plan.temporary);
        break;
      case RECEIVER:
        loadOrNull(place == Place.BODY, plan.temporary);
        break;
    }
  }

  private void loadAnnotatedArguments(RulePlan rule) {
    int[] arguments = plan.annotatedArguments;
    if (arguments.length == 0) {
      mv.visitInsn(Opcodes.ACONST_NULL);
      return;
    }
    push(arguments.length);
    mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < arguments.length; i++) {
      mv.visitInsn(Opcodes.DUP);
      push(i);
      load(plan.arguments[arguments[i]], rule.argumentLocal(arguments[i]));
      Boxing.box(mv, plan.arguments[arguments[i]]);
      mv.visitInsn(Opcodes.AASTORE);
    }
  }

  private void loadResult(Place place) {
    if (place == Place.RETURN && plan.result.getSize() > 0) {
      load(plan.result, plan.temporary);
    } else {
      Boxing.zero(mv, plan.result);
    }
  }

  private void load(Type type, int local) {
    mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
  }

  private void loadOrNull(boolean available, int local) {
    if (available) {
      mv.visitVarInsn(Opcodes.ALOAD, local);
    } else {
      mv.visitInsn(Opcodes.ACONST_NULL);
    }
  }

  private void push(int value) {
    if (value >= -1 && value <= 5) {
      mv.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (short) value) {
      mv.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      mv.visitLdcInsn(value);
    }
  }
}
