package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Which methods are woven with the hooks of one advice class. Immutable. */
public final class MethodRule {
  private static final int NEVER = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;

  private final String[] names;
  private final @Nullable String parameters;
  private final boolean further;
  private final @Nullable String returns;
  final Hook[] hooks;

  /**
   * @param names method names, {@code <init>} for constructors; not copied
   * @param parameters descriptors of the (first) parameter types, or null when any will do
   * @param further whether parameters may follow those
   * @param returns descriptor of the return type, or null when any will do
   * @param hooks in the order in which hooks of the same place run; not copied
   */
  public MethodRule(
      String[] names,
      String @Nullable [] parameters,
      boolean further,
      @Nullable String returns,
      Hook[] hooks) {
    this.names = names;
    this.parameters = parameters == null ? null : join(parameters);
    this.further = further;
    this.returns = returns;
    this.hooks = hooks;
  }

  /** Abstract, native and bridge methods never match. */
  boolean matches(int access, String name, String descriptor) {
    return (access & NEVER) == 0 && named(name) && takes(descriptor) && returns(descriptor);
  }

  private boolean named(String name) {
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

  private boolean returns(String descriptor) {
    return returns == null
        || descriptor.endsWith(returns)
            && descriptor.charAt(descriptor.length() - returns.length() - 1) == ')';
  }

  private static String join(String[] parameters) {
    StringBuilder joined = new StringBuilder("(");
    for (String parameter : parameters) {
      joined.append(parameter);
    }
    return joined.toString();
  }
}
