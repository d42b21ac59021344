package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What woven code calls. It lives in {@code java.lang} because that is the one package every class
 * loader delegates, so it can be reached from OSGi bundles and child-first loaders alike. That it
 * is defined also tells a second copy of the agent that a first one runs.
 *
 * <p>Thread-safe. Nothing here throws into the application, except that a {@code ThreadDeath} is
 * passed on.
 */
public final class GossamerDispatcher {
  private static volatile GossamerLinker linker;

  private GossamerDispatcher() {}

  /** Puts the agent behind this door; the first one stays. */
  public static synchronized void install(GossamerLinker installed) {
    if (linker == null) {
      linker = installed;
    }
  }

  /** The agent, or null before {@link #install}. */
  public static GossamerLinker linker() {
    return linker;
  }

  /**
   * Bootstrap method of every call the weaver inserts.
   *
   * @param caller a lookup in the woven class
   * @param name the kind of hook; for names that start with {@code replace} the first parameter is
   *     the value that stays in place when anything fails
   * @param type of the call
   * @param hook the advice method's number in the index
   * @return a call site whose target never throws; one that does nothing when the advice cannot be
   *     linked
   */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, int hook) {
    return linkDescribed(caller, name, type, hook, null);
  }

  /**
   * {@link #link} for advice that asks which method it is woven into.
   *
   * @param method the engine's description of it; null for none
   */
  public static CallSite linkDescribed(
      MethodHandles.Lookup caller, String name, MethodType type, int hook, String method) {
    try {
      GossamerLinker agent = linker;
      CallSite site = agent == null ? null : agent.link(caller, name, type, hook, method);
      if (site != null && site.type().equals(type)) {
        return site;
      }
    } catch (Throwable unlinked) {
      // The agent reports its own failures; the application goes on without this advice.
    }
    return new ConstantCallSite(nothing(name, type));
  }

  /**
   * What woven code calls in class files too old for invokedynamic.
   *
   * @param hook the advice method's number in the index
   * @param loader the engine's token for the woven class's loader
   * @param arguments boxed; for hooks that replace a value, the first one is that value
   * @return the advice's result; null for void; on failure the first argument of a replacing hook,
   *     else null
   */
  public static Object call(int hook, int loader, Object[] arguments) {
    try {
      GossamerLinker agent = linker;
      return agent == null ? null : agent.call(hook, loader, arguments);
    } catch (Throwable failed) {
      // By name: the class is on its way out of the JDK.
      if (failed.getClass().getName().equals("java.lang.ThreadDeath")) {
        throw (Error) failed;
      }
      return null;
    }
  }

  /**
   * A handle that does nothing: hands back the value that was to be replaced, else null or zero.
   */
  public static MethodHandle nothing(String name, MethodType type) {
    if (name.startsWith("replace")) {
      return MethodHandles.dropArguments(
          MethodHandles.identity(type.parameterType(0)),
          1,
          type.parameterList().subList(1, type.parameterCount()));
    }
    MethodHandle zero =
        MethodHandles.constant(Object.class, null).asType(MethodType.methodType(type.returnType()));
    return MethodHandles.dropArguments(zero, 0, type.parameterList());
  }
}
