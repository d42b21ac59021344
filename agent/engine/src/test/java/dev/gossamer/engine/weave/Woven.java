package dev.gossamer.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** A class next to its woven self, both ready to run, and what the hooks of the latter saw. */
final class Woven {
  static final int LOADER = 77;

  final byte[] plainFile;
  final byte @Nullable [] wovenFile;
  final Class<?> plain;
  final Class<?> woven;
  final List<String> skipped = new ArrayList<>();

  private final Map<Integer, Function<@Nullable Object[], @Nullable Object>> behaviours =
      new HashMap<>();
  private final List<String> events = new ArrayList<>();

  private Woven(byte[] plainFile, boolean addState, MethodRule... rules) {
    this.plainFile = plainFile;
    try {
      wovenFile =
          Weaver.weave(
              plainFile,
              rules,
              addState,
              true,
              LOADER,
              (name, descriptor, reason) -> skipped.add(name + descriptor + ": " + reason));
    } catch (WeaveException e) {
      throw new AssertionError(e);
    }
    plain = define(plainFile);
    if (wovenFile == null) {
      woven = plain;
    } else {
      byte[] runnable = ConstantPool.withDoubles(wovenFile);
      woven = define(runnable);
      check(runnable, woven.getClassLoader());
    }
  }

  static Woven of(byte[] classFile, MethodRule... rules) {
    return new Woven(classFile, false, rules);
  }

  static Woven of(Class<?> type, MethodRule... rules) {
    return new Woven(classFile(type), false, rules);
  }

  static Woven withState(Class<?> type, MethodRule... rules) {
    return new Woven(classFile(type), true, rules);
  }

  static byte[] classFile(Class<?> type) {
    String resource = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> define(byte[] classFile) {
    String name = new ClassReader(classFile).getClassName().replace('/', '.');
    var loader =
        new ChildFirstLoader(
            Woven.class.getClassLoader(), wanted -> wanted.equals(name) ? classFile : null);
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** A second opinion, which knows stack depths and subroutines but not stack map frames. */
  private static void check(byte[] classFile, ClassLoader loader) {
    var problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile), loader, false, new PrintWriter(problems, true));
    if (!problems.toString().isEmpty()) {
      throw new AssertionError(problems.toString());
    }
  }

  /**
   * What a hook returns; otherwise enter gives "state" and the others what they were to replace.
   */
  Woven behaviour(int hook, Function<@Nullable Object[], @Nullable Object> behaviour) {
    behaviours.put(hook, behaviour);
    return this;
  }

  /** Calls a method of the plain class. Constructors are called {@code <init>}. */
  String runPlain(String method, @Nullable Object... arguments) {
    return run(plain, method, arguments);
  }

  /** Calls a method of the woven class; {@link #events} are those of this call. */
  String runWoven(String method, @Nullable Object... arguments) {
    events.clear();
    DispatcherDouble.advice = this::advise;
    try {
      return run(woven, method, arguments);
    } finally {
      DispatcherDouble.advice = (site, hook, types, values) -> null;
    }
  }

  /** The hook calls in their order, each as {@code site hook[value, ...]}. */
  List<String> events() {
    return List.copyOf(events);
  }

  private @Nullable Object advise(
      String site, int hook, List<String> types, @Nullable Object[] values) {
    String shown =
        Arrays.stream(values).map(this::show).collect(Collectors.joining(", ", "[", "]"));
    events.add(site + " " + hook + shown);
    var behaviour = behaviours.get(hook);
    if (behaviour != null) {
      return behaviour.apply(values);
    }
    return site.startsWith("replace") ? values[0] : "state";
  }

  private String run(Class<?> type, String name, @Nullable Object... arguments) {
    try {
      Executable called =
          Stream.<Executable>concat(
                  Arrays.stream(type.getDeclaredMethods()),
                  Arrays.stream(type.getDeclaredConstructors()))
              .filter(
                  candidate ->
                      (candidate instanceof Constructor ? "<init>" : candidate.getName())
                              .equals(name)
                          && candidate.getParameterCount() == arguments.length)
              .findFirst()
              .orElseThrow(() -> new AssertionError("no method " + name));
      called.setAccessible(true);
      if (called instanceof Constructor<?> constructor) {
        return show(constructor.newInstance(arguments));
      }
      boolean onClass = java.lang.reflect.Modifier.isStatic(called.getModifiers());
      Constructor<?> constructor = onClass ? null : type.getDeclaredConstructor();
      if (constructor != null) {
        constructor.setAccessible(true);
      }
      Object receiver = constructor == null ? null : constructor.newInstance();
      return show(((Method) called).invoke(receiver, arguments));
    } catch (InvocationTargetException e) {
      return "thrown " + show(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  String show(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return type.getSimpleName();
    }
    if (type.getName().equals(plain.getName())) {
      return type == plain || type == woven ? "this" : "another";
    }
    return value instanceof String ? "\"" + value + "\"" : value.toString();
  }
}
