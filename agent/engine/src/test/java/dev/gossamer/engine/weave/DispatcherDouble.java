package dev.gossamer.engine.weave;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code java.lang.GossamerDispatcher}: woven test classes are made to name this class
 * instead (see {@link ConstantPool}), so that no boot class is needed.
 */
public final class DispatcherDouble {
  /** What the hooks of the running test do. */
  interface Advice {
    @Nullable Object run(String site, int hook, List<String> types, @Nullable Object[] values);
  }

  static volatile Advice advice = (site, hook, types, values) -> null;

  private static final MethodHandle RUN;

  static {
    try {
      RUN =
          MethodHandles.lookup()
              .findStatic(
                  DispatcherDouble.class,
                  "run",
                  MethodType.methodType(
                      Object.class, String.class, int.class, List.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private DispatcherDouble() {}

  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int hook) {
    List<String> types = type.parameterList().stream().map(Class::getSimpleName).toList();
    return new ConstantCallSite(
        MethodHandles.insertArguments(RUN, 0, name, hook, types)
            .asCollector(Object[].class, type.parameterCount())
            .asType(type));
  }

  public static @Nullable Object call(int hook, int loader, @Nullable Object[] values) {
    return run("call of loader " + loader, hook, List.of(), values);
  }

  private static @Nullable Object run(
      String site, int hook, List<String> types, @Nullable Object[] values) {
    return advice.run(site, hook, types, values);
  }
}
