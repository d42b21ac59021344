package dev.gossamer.engine.weave;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How one method is woven: which values live in which local variables.
 *
 * <p>The values of the hooks get fresh locals right after the arguments, the method's own locals
 * move up. The fresh ones are set before the body and stay, so that every frame can name them. A
 * temporary, which no frame names, comes after all others.
 */
final class MethodPlan {
  private static final int MAX = 65535;

  /** A constant has room for so many characters of three bytes. */
  private static final int MOST_DESCRIBED = MAX / 3;

  final String owner;
  final String name;
  final String descriptor;
  final Type[] arguments;
  final Type result;
  final boolean isStatic;
  final boolean constructor;
  final RulePlan[] rules;

  /** What hooks are linked with that ask which method it is; null when none does. */
  final @Nullable String description;

  /** Arguments with an annotation that a rule asks for. */
  final int[] annotatedArguments;

  final int argumentSize;
  private final int[] slots;
  private final @Nullable Object[] declared;

  /** Types of the fresh locals, as frames name them. */
  final List<Object> fresh = new ArrayList<>();

  /** Whether the class file has stack map frames, and whether it has invokedynamic. */
  boolean frames;

  boolean dynamic;

  int firstFresh;
  int freshSize;
  int temporary;
  int maxLocals;
  int maxStack;

  /** Why the method stays as it is, or null. */
  @Nullable String skipReason;

  MethodPlan(
      String owner,
      int access,
      String name,
      String descriptor,
      List<MethodRule> matching,
      @Nullable AnnotationScan annotations) {
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    arguments = Type.getArgumentTypes(descriptor);
    result = Type.getReturnType(descriptor);
    isStatic = (access & Opcodes.ACC_STATIC) != 0;
    constructor = name.equals("<init>");

    slots = new int[arguments.length];
    int slot = isStatic ? 0 : 1;
    for (int i = 0; i < arguments.length; i++) {
      slots[i] = slot;
      slot += arguments[i].getSize();
    }
    argumentSize = slot;
    declared = new Object[argumentSize];
    if (!isStatic) {
      declared[0] = owner;
    }
    for (int i = 0; i < arguments.length; i++) {
      declared[slots[i]] = frameType(arguments[i]);
    }

    MethodNotes notes = annotations == null ? null : annotations.notes(name, descriptor);
    annotatedArguments = notes == null ? new int[0] : notes.arguments;
    description = annotations == null ? null : annotations.description(name, descriptor);
    rules = new RulePlan[matching.size()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = new RulePlan(fitted(matching.get(i).hooks), slots);
      if (skipReason == null) {
        skipReason = rules[i].misfit(this);
      }
    }
  }

  private Hook[] fitted(Hook[] hooks) {
    Hook[] fitted = new Hook[hooks.length];
    for (int i = 0; i < hooks.length; i++) {
      fitted[i] = hooks[i].of(arguments.length);
    }
    return fitted;
  }

  int slot(int argument) {
    return slots[argument];
  }

  /** Whether a frame's entry at a slot of an argument is the argument itself. */
  boolean holdsArgument(int slot, Object found) {
    return found.equals(declared[slot])
        || constructor && slot == 0 && found == Opcodes.UNINITIALIZED_THIS;
  }

  /** Where a local of the original body lives now. */
  int moved(int local) {
    return local < firstFresh ? local : local + freshSize;
  }

  /** Whether calls that throw have an exit hook too. */
  boolean guarded() {
    if (constructor) {
      return false;
    }
    for (RulePlan rule : rules) {
      if (rule.has(Hook.Kind.EXIT)) {
        return true;
      }
    }
    return false;
  }

  boolean touchesResult() {
    for (RulePlan rule : rules) {
      if (rule.touchesResult()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives every value its local; to be called once, when the class was read.
   *
   * @param classVersion what the woven class will have
   */
  void layOut(MethodScan scan, int classVersion) {
    frames = (classVersion & 0xffff) >= Opcodes.V1_6;
    dynamic = (classVersion & 0xffff) >= Opcodes.V1_7;
    if (!dynamic && isDescribed()) {
      skipReason = "its class file is older than Java 7";
      return;
    }
    if (description != null && description.length() > MOST_DESCRIBED) {
      skipReason = "its description is too long";
      return;
    }
    firstFresh = scan.firstFreeSlot();
    int deepestCall = 2;
    for (int i = 0; i < rules.length; i++) {
      RulePlan rule = rules[i];
      if (rule.givesState() && rule.bindsLater(Binding.Source.STATE, 0)) {
        rule.stateLocal = allocate("java/lang/Object", 1);
      }
      if (!isStatic && scan.disturbs(0, 1) && rule.bindsLater(Binding.Source.THIS, 0)) {
        if (constructor) {
          skipReason = "its body overwrites this";
          return;
        }
        rule.thisLocal = allocate(owner, 1);
      }
      for (int argument = 0; argument < arguments.length; argument++) {
        int size = arguments[argument].getSize();
        if (rule.bindsLater(Binding.Source.ARGUMENT, argument)
            && (scan.disturbs(slots[argument], size) || replacedFrom(i, argument))) {
          rule.keepArgument(argument, allocate(frameType(arguments[argument]), size));
        }
      }
      for (Hook hook : rule.hooks) {
        deepestCall = Math.max(deepestCall, HookCall.depth(this, hook));
      }
    }
    temporary = Math.max(scan.maxLocals, firstFresh) + freshSize;
    maxLocals = temporary + Math.max(1, result.getSize());
    // One more: a call's receiver is doubled to be kept.
    maxStack = scan.maxStack + deepestCall + 1;
    if (maxLocals > MAX || maxStack > MAX) {
      skipReason = "it has too many locals or too deep a stack";
    }
  }

  private boolean isDescribed() {
    for (RulePlan rule : rules) {
      for (Hook hook : rule.hooks) {
        if (hook.isDescribed()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean replacedFrom(int rule, int argument) {
    for (int i = rule; i < rules.length; i++) {
      if (rules[i].replaces(argument)) {
        return true;
      }
    }
    return false;
  }

  private int allocate(Object frameType, int size) {
    int local = firstFresh + freshSize;
    fresh.add(frameType);
    freshSize += size;
    return local;
  }

  private static Object frameType(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.ARRAY:
      case Type.OBJECT:
        return type.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }

  /**
   * The locals that every frame of a woven method starts with: what was there below the fresh
   * locals, or nothing known, then these.
   */
  Object[] frame(int localCount, Object @Nullable [] locals) {
    int index = 0;
    int slot = 0;
    while (locals != null && index < localCount && slot < firstFresh) {
      slot += sizeOf(locals[index++]);
    }
    Object[] woven = new Object[localCount + firstFresh - slot + fresh.size()];
    int next = index;
    if (locals != null) {
      System.arraycopy(locals, 0, woven, 0, index);
    }
    for (; slot < firstFresh; slot++) {
      woven[next++] = Opcodes.TOP;
    }
    for (Object type : fresh) {
      woven[next++] = type;
    }
    if (locals != null) {
      System.arraycopy(locals, index, woven, next, localCount - index);
    }
    return woven;
  }

  /** The locals of the frame in which the handler of a throwing body starts. */
  Object[] handlerFrame() {
    List<Object> known = new ArrayList<>();
    if (!isStatic) {
      known.add(readAtExit(Binding.Source.THIS, 0, 0) ? owner : Opcodes.TOP);
    }
    for (int argument = 0; argument < arguments.length; argument++) {
      if (readAtExit(Binding.Source.ARGUMENT, argument, slots[argument])) {
        known.add(frameType(arguments[argument]));
        continue;
      }
      for (int i = 0; i < arguments[argument].getSize(); i++) {
        known.add(Opcodes.TOP);
      }
    }
    return frame(known.size(), known.toArray());
  }

  private boolean readAtExit(Binding.Source source, int index, int slot) {
    for (RulePlan rule : rules) {
      int local = source == Binding.Source.THIS ? rule.thisLocal : rule.argumentLocal(index);
      if (local == slot && rule.bindsAtExit(source, index)) {
        return true;
      }
    }
    return false;
  }

  private static int sizeOf(Object frameType) {
    return frameType == Opcodes.LONG || frameType == Opcodes.DOUBLE ? 2 : 1;
  }
}
