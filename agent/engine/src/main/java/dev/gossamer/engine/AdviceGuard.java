package dev.gossamer.engine;

import dev.gossamer.engine.index.AdviceMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what advice throws out of the application. That includes errors of the JVM: without the
 * agent the application would not have run out of stack or memory at just this place, and where it
 * is about to, it will at its own next step. They are counted and told like any other failure. Only
 * {@code ThreadDeath} passes: it is someone's wish that the thread ends.
 */
final class AdviceGuard {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final AdviceMethod advice;
  private final Health health;

  private AdviceGuard(AdviceMethod advice, Health health) {
    this.advice = advice;
    this.health = health;
  }

  /**
   * The same handle, except that it never throws.
   *
   * @param replaces whether the first argument is the result on failure; else null or zero is
   */
  static MethodHandle guard(
      MethodHandle target, boolean replaces, AdviceMethod advice, Health health) throws Exception {
    AdviceGuard guard = new AdviceGuard(advice, health);
    MethodType type = target.type();
    Class<?> returned = type.returnType();
    MethodHandle handler;
    if (returned == void.class) {
      handler = guard.handler("failed", MethodType.methodType(void.class, Throwable.class));
    } else if (!returned.isPrimitive()) {
      handler =
          replaces
              ? guard.handler(
                  "keep", MethodType.methodType(Object.class, Throwable.class, Object.class))
              : guard.handler("none", MethodType.methodType(Object.class, Throwable.class));
    } else {
      MethodHandle rest =
          replaces
              ? MethodHandles.identity(returned)
              : MethodHandles.constant(Object.class, null).asType(MethodType.methodType(returned));
      handler =
          MethodHandles.foldArguments(
              MethodHandles.dropArguments(rest, 0, Throwable.class),
              guard.handler("failed", MethodType.methodType(void.class, Throwable.class)));
    }
    MethodType handling = MethodType.methodType(returned, Throwable.class);
    if (replaces) {
      handling = handling.appendParameterTypes(type.parameterType(0));
    }
    MethodHandle guarded =
        MethodHandles.catchException(target, Throwable.class, handler.asType(handling));
    displace(type);
    return guarded;
  }

  /**
   * The JDK makes a handle that collects the arguments of a guard, and keeps the parameter types of
   * the last one for each number of parameters: for ever, since Java 19 softly. They must not be
   * the application's, whose class loader they keep; so the last one is always one of the agent's.
   */
  private static void displace(MethodType type) {
    MethodType own = type;
    for (int i = 0; i < type.parameterCount(); i++) {
      if (type.parameterType(i).getClassLoader() != null) {
        own = own.changeParameterType(i, AdviceGuard.class);
      }
    }
    if (own == type) {
      return;
    }
    if (!type.returnType().isPrimitive()) {
      own = own.changeReturnType(Object.class);
    }
    MethodHandle zero = MethodHandles.constant(Object.class, null);
    zero = zero.asType(MethodType.methodType(own.returnType()));
    MethodHandles.catchException(
        MethodHandles.dropArguments(zero, 0, own.parameterList()),
        Throwable.class,
        MethodHandles.dropArguments(zero, 0, Throwable.class));
  }

  /** Throws what the guard let pass, though no signature says so. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T extends Throwable> T unchanged(Throwable passing) throws T {
    throw (T) passing;
  }

  private MethodHandle handler(String name, MethodType type) throws Exception {
    return LOOKUP.findVirtual(AdviceGuard.class, name, type).bindTo(this);
  }

  void failed(Throwable cause) throws Throwable {
    // By name: the class is on its way out of the JDK.
    if (cause.getClass().getName().equals("java.lang.ThreadDeath")) {
      throw cause;
    }
    try {
      health.adviceFailed(advice, cause);
    } catch (Throwable outOfStackOrMemory) {
      // Not even enough left to count.
    }
  }

  @Nullable Object none(Throwable cause) throws Throwable {
    failed(cause);
    return null;
  }

  Object keep(Throwable cause, Object value) throws Throwable {
    failed(cause);
    return value;
  }
}
