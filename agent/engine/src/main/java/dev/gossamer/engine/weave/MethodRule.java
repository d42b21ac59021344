package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which methods are woven with the hooks of one advice class. Immutable. */
public final class MethodRule {
  private static final int NEVER = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;

  private final String[] names;
  private final @Nullable String parameters;
  private final boolean further;
  private final String[] last;
  private final boolean lastOther;
  private final String[] returns;
  private final boolean returnsOther;
  final @Nullable AnnotationRule annotations;
  final Hook[] hooks;

  /**
   * @param names method names, {@code <init>} for constructors; none for any method but
   *     constructors; not copied
   * @param parameters descriptors of the (first) parameter types, or null when any will do
   * @param further whether parameters may follow those
   * @param last descriptors of types of the last parameter, or none when any will do; not copied
   * @param lastOther whether its type must be none of those
   * @param returns descriptors of return types, or none when any will do; not copied
   * @param returnsOther whether it must return none of those
   * @param annotations what its annotations must be, or null when they do not matter
   * @param hooks in the order in which hooks of the same place run; not copied
   */
  public MethodRule(
      String[] names,
      String @Nullable [] parameters,
      boolean further,
      String[] last,
      boolean lastOther,
      String[] returns,
      boolean returnsOther,
      @Nullable AnnotationRule annotations,
      Hook[] hooks) {
    this.names = names;
    this.parameters = parameters == null ? null : join(parameters);
    this.further = further;
    this.last = last;
    this.lastOther = lastOther;
    this.returns = returns;
    this.returnsOther = returnsOther;
    this.annotations = annotations;
    this.hooks = hooks;
  }

  /** Whether any of the rules is. */
  static boolean areDescribed(MethodRule[] rules) {
    for (MethodRule rule : rules) {
      if (rule.isDescribed()) {
        return true;
      }
    }
    return false;
  }

  /** Whether its advice needs to be told which method it is woven into. */
  boolean isDescribed() {
    for (Hook hook : hooks) {
      if (hook.isDescribed()) {
        return true;
      }
    }
    return annotations != null;
  }

  /** Abstract, native and bridge methods never match: compilers copy annotations to the latter. */
  boolean matches(int access, String name, String descriptor, @Nullable MethodNotes notes) {
    return (access & NEVER) == 0
        && named(name)
        && takes(descriptor)
        && returns(descriptor)
        && (annotations == null || annotations.matches(notes))
        && takesLast(descriptor);
  }

  private boolean named(String name) {
    if (names.length == 0) {
      return name.charAt(0) != '<';
    }
    for (String candidate : names) {
      if (candidate.equals(name)) {
        return true;
      }
    }
    return false;
  }

  // No descriptor of a type is the beginning of another one's, so comparing text compares types.
  private boolean takes(String descriptor) {
    return parameters == null
        || descriptor.startsWith(parameters)
            && (further || descriptor.charAt(parameters.length()) == ')');
  }

  private boolean takesLast(String descriptor) {
    if (last.length == 0) {
      return true;
    }
    Type[] parameters = Type.getArgumentTypes(descriptor);
    for (String type : last) {
      if (parameters.length > 0 && type.equals(parameters[parameters.length - 1].getDescriptor())) {
        return !lastOther;
      }
    }
    return lastOther;
  }

  private boolean returns(String descriptor) {
    for (String type : returns) {
      if (descriptor.endsWith(type)
          && descriptor.charAt(descriptor.length() - type.length() - 1) == ')') {
        return !returnsOther;
      }
    }
    return returns.length == 0 || returnsOther;
  }

  private static String join(String[] parameters) {
    StringBuilder joined = new StringBuilder("(");
    for (String parameter : parameters) {
      joined.append(parameter);
    }
    return joined.toString();
  }
}
