package dev.gossamer.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Calls advice with the agent's own rights: its first calls load classes and make instruments,
 * which the application's code below it on the stack may not be allowed to. What advice calls of
 * the application has no more rights than before.
 */
final class PrivilegedHandle {
  private final MethodHandle spread;

  private PrivilegedHandle(MethodHandle spread) {
    this.spread = spread;
  }

  /** A handle of the same type that throws the same. */
  static MethodHandle of(MethodHandle target) throws Exception {
    MethodType type = target.type();
    int count = type.parameterCount();
    MethodHandle spread = target.asType(type.generic()).asSpreader(Object[].class, count);
    return MethodHandles.lookup()
        .findVirtual(
            PrivilegedHandle.class, "call", MethodType.methodType(Object.class, Object[].class))
        .bindTo(new PrivilegedHandle(spread))
        .asCollector(Object[].class, count)
        .asType(type);
  }

  @Nullable Object call(Object[] arguments) throws Exception {
    return Privileged.<@Nullable Object>run(() -> invoke(arguments));
  }

  private @Nullable Object invoke(Object[] arguments) {
    try {
      return (Object) spread.invokeExact(arguments);
    } catch (Throwable passing) {
      throw AdviceGuard.<RuntimeException>unchanged(passing);
    }
  }
}
