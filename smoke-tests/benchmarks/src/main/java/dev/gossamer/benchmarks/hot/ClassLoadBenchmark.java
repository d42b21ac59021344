package dev.gossamer.benchmarks.hot;

import dev.gossamer.benchmarks.many.Kind00000;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the agent does with a class that nobody instruments. Runs under the shipped jar and asks a
 * transformer of its own, made of that jar's classes and index, with everything switched on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClassLoadBenchmark {
  private static final String NAME = "dev/gossamer/benchmarks/many/Kind00000";

  private final ClassFileTransformer transformer;
  private final ClassLoader loader = ClassLoadBenchmark.class.getClassLoader();
  private final byte[] classFile;

  /** Finds the running agent. */
  public ClassLoadBenchmark() {
    try (InputStream in = Kind00000.class.getResourceAsStream("Kind00000.class")) {
      classFile = Objects.requireNonNull(in).readAllBytes();
      transformer = transformer();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("not under the agent?", e);
    }
  }

  private static ClassFileTransformer transformer() throws ReflectiveOperationException {
    Object engine = Class.forName("java.lang.GossamerDispatcher").getMethod("linker").invoke(null);
    ClassLoader agent = engine.getClass().getClassLoader();
    Object bytes = Function.class.getMethod("apply", Object.class).invoke(agent, "index");
    Predicate<Object> all = instrumentation -> true;
    Object index =
        agent
            .loadClass("dev.gossamer.engine.index.Index")
            .getMethod("load", byte[].class, Predicate.class, Map.class, boolean.class)
            .invoke(null, bytes, all, Map.of(), false);
    Object loaders = made(agent, "Loaders", index, ClassLoader.getPlatformClassLoader());
    Object health = made(agent, "Health", index);
    return (ClassFileTransformer) made(agent, "Transformer", index, loaders, health);
  }

  private static Object made(ClassLoader agent, String name, Object... arguments)
      throws ReflectiveOperationException {
    Constructor<?> constructor =
        agent.loadClass("dev.gossamer.engine." + name).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  /** A small class of the application. */
  @Benchmark
  public byte[] classOfApplication() throws IllegalClassFormatException {
    return transformer.transform(loader, NAME, null, null, classFile);
  }

  /** A class of the JDK. */
  @Benchmark
  public byte[] classOfJdk() throws IllegalClassFormatException {
    return transformer.transform(null, "java/util/Kind00000", null, null, classFile);
  }
}
