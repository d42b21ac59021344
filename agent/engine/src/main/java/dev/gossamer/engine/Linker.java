package dev.gossamer.engine;

import dev.gossamer.api.method.AdvisedMethod;
import dev.gossamer.engine.index.AdviceMethod;
import dev.gossamer.engine.index.Index;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Links woven calls to advice methods, guarded. Thread-safe; never throws. */
final class Linker {
  private static final String REPLACES = "replace";
  private static final String RUNS = "run";

  private final Index index;
  private final Loaders loaders;
  private final InstrumentationClasses classFiles;
  private final Health health;

  /** By hook, as they are needed. Racing threads read the same from the index. */
  private final @Nullable AdviceMethod[] adviceMethods;

  Linker(Index index, Loaders loaders, InstrumentationClasses classFiles, Health health) {
    this.index = index;
    this.loaders = loaders;
    this.classFiles = classFiles;
    this.health = health;
    adviceMethods = new AdviceMethod[index.hooks()];
  }

  /**
   * The call site of one woven call; null when its advice cannot be linked.
   *
   * @param method description of the woven method, for advice that asks for it
   */
  @Nullable CallSite link(
      Class<?> caller, String name, MethodType type, int hook, @Nullable String method) {
    AdviceMethod advice = index.adviceMethod(hook);
    if (advice == null) {
      return null;
    }
    try {
      MutableCallSite site =
          new MutableCallSite(
              Privileged.isManaged()
                  ? Privileged.run(
                      () -> handle(advice, caller.getClassLoader(), name, type, method))
                  : handle(advice, caller.getClassLoader(), name, type, method));
      health.callSites(advice.instrumentation()).add(site, name);
      return site;
    } catch (Throwable unlinked) {
      health.adviceFailed(advice, unlinked);
      return null;
    }
  }

  /** One call from a class file too old for call sites. Takes no lock once it is linked. */
  @Nullable Object call(int hook, int token, Object[] arguments) {
    AdviceMethod advice = advice(hook);
    if (advice == null) {
      return null;
    }
    Object unchanged = advice.replaces() ? arguments[0] : null;
    OldHandles handles = loaders.oldHandles(token);
    if (handles == null || health.isSwitchedOff(advice.instrumentation())) {
      return unchanged;
    }
    MethodHandle handle = handles.get(hook);
    if (handle == null) {
      handle = linked(hook, advice, handles, arguments.length);
      if (handle == null) {
        return unchanged;
      }
    }
    try {
      return (Object) handle.invokeExact(arguments);
    } catch (Throwable passing) {
      throw AdviceGuard.<RuntimeException>unchanged(passing);
    }
  }

  private @Nullable AdviceMethod advice(int hook) {
    if (hook < 0 || hook >= adviceMethods.length) {
      return null;
    }
    AdviceMethod found = adviceMethods[hook];
    if (found == null) {
      found = index.adviceMethod(hook);
      adviceMethods[hook] = found;
    }
    return found;
  }

  private @Nullable MethodHandle linked(
      int hook, AdviceMethod advice, OldHandles handles, int count) {
    ClassLoader loader = handles.loader();
    if (loader == null && handles.isGone()) {
      return null;
    }
    try {
      return Privileged.isManaged()
          ? Privileged.run(() -> oldHandle(hook, advice, handles, loader, count))
          : oldHandle(hook, advice, handles, loader, count);
    } catch (Throwable unlinked) {
      health.adviceFailed(advice, unlinked);
      return null;
    }
  }

  private MethodHandle handle(
      AdviceMethod advice,
      @Nullable ClassLoader loader,
      String name,
      MethodType type,
      @Nullable String method)
      throws Exception {
    InstrumentationLoader instrumentations =
        loaders.instrumentations(loader, classFiles, advice.instrumentation().isBridge());
    MethodHandle target = target(advice, instrumentations);
    return guarded(
        advice, method == null ? target : described(target, new AdvisedMethod(method)), name, type);
  }

  /** With its first argument made of the description, once and for all. */
  private static MethodHandle described(MethodHandle target, AdvisedMethod method)
      throws Exception {
    Constructor<?> constructor =
        target.type().parameterType(0).getDeclaredConstructor(AdvisedMethod.class);
    constructor.setAccessible(true);
    return MethodHandles.insertArguments(target, 0, constructor.newInstance(method));
  }

  private MethodHandle oldHandle(
      int hook, AdviceMethod advice, OldHandles handles, @Nullable ClassLoader loader, int count)
      throws Exception {
    // OpenTelemetry's own classes were never so old.
    OldHandles.Linked linked = handles.linked(loaders.instrumentations(loader, classFiles, false));
    MethodHandle target = target(advice, linked.instrumentations);
    String name = advice.replaces() ? REPLACES : RUNS;
    MethodHandle handle =
        guarded(advice, target, name, MethodType.genericMethodType(count))
            .asSpreader(Object[].class, count);
    linked.byHook.set(hook, handle);
    return handle;
  }

  private static MethodHandle target(AdviceMethod advice, ClassLoader instrumentations)
      throws Exception {
    Class<?> type = Class.forName(advice.className(), true, instrumentations);
    Class<?>[] parameters =
        MethodType.fromMethodDescriptorString(advice.descriptor(), instrumentations)
            .parameterArray();
    Method method = type.getDeclaredMethod(advice.name(), parameters);
    // Advice classes are package-private.
    method.setAccessible(true);
    return MethodHandles.lookup().unreflect(method);
  }

  private MethodHandle guarded(
      AdviceMethod advice, MethodHandle target, String name, MethodType type) throws Exception {
    boolean replaces = name.startsWith(REPLACES);
    MethodHandle allowed = Privileged.isManaged() ? PrivilegedHandle.of(target) : target;
    MethodHandle taking =
        replaces ? MethodHandles.dropArguments(allowed, 0, type.parameterType(0)) : allowed;
    return AdviceGuard.guard(taking.asType(type), replaces, advice, health);
  }
}
