package dev.gossamer.engine;

import com.sun.management.ThreadMXBean;
import dev.gossamer.engine.classfile.Resources;
import dev.gossamer.engine.index.Index;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sample.library.Handler;

/**
 * Prints what one advised call costs: the time of a thread when one and when two threads call, and
 * what is allocated. The method does nothing, and its advice next to nothing.
 *
 * <p>Argument: the version that the class file claims, 49 to 61. Needs the boot classes in
 * java.base, as the tests do.
 */
final class CallCost {
  private static final String HANDLER = "sample/library/RealHandler";
  private static final int CALLS = 5_000_000;
  private static final int ROUNDS = 15;

  private CallCost() {}

  public static void main(String[] arguments) throws Exception {
    Index index = SampleIndex.load();
    Health health = new Health(index);
    Loaders loaders = new Loaders(index, ClassLoader.getPlatformClassLoader());
    Linker linker = new Linker(index, loaders, SampleIndex.classes(), health);
    install(linker);
    Transformer transformer = new Transformer(index, loaders, health);
    int version = Integer.parseInt(arguments[0]);
    Handler plain = handler(version, null);
    Handler woven = handler(version, transformer);
    for (int threads = 1; threads <= 2; threads++) {
      System.out.printf(
          "class file version %d, threads %d: plain %.1f ns, advised %.1f ns, %.0f bytes%n",
          version, threads, nanos(plain, threads), nanos(woven, threads), bytes(woven));
    }
  }

  private static Handler handler(int version, @Nullable Transformer transformer) throws Exception {
    ClassLoader parent = CallCost.class.getClassLoader();
    byte[] classFile = Objects.requireNonNull(Resources.classFile(parent, HANDLER)).clone();
    classFile[7] = (byte) version;
    ClassLoader loader =
        new ClassLoader(parent) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.replace('.', '/').equals(HANDLER)) {
              return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
              return loaded;
            }
            byte[] defined =
                transformer == null
                    ? classFile
                    : Objects.requireNonNull(
                        transformer.transform(this, HANDLER, null, null, classFile));
            return defineClass(name, defined, 0, defined.length);
          }
        };
    return (Handler)
        loader.loadClass(HANDLER.replace('/', '.')).getDeclaredConstructor().newInstance();
  }

  /** The median of several rounds. */
  private static double nanos(Handler handler, int threads) throws InterruptedException {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      List<Thread> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread thread = new Thread(() -> call(handler));
        running.add(thread);
        thread.start();
      }
      for (Thread thread : running) {
        thread.join();
      }
      rounds[round] = (System.nanoTime() - start) / (double) CALLS;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private static double bytes(Handler handler) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    call(handler);
    return (threads.getCurrentThreadAllocatedBytes() - before) / (double) CALLS;
  }

  private static void call(Handler handler) {
    for (int i = 0; i < CALLS; i++) {
      handler.handle();
    }
  }

  /** By name: the compiler of tests does not see the boot classes, nor what implements them. */
  private static void install(Linker linker) throws ReflectiveOperationException {
    Class<?> engine = Class.forName("dev.gossamer.engine.Engine");
    Field field = engine.getDeclaredField("linker");
    field.setAccessible(true);
    // The engine puts itself behind the door when it is initialised.
    field.set(
        Class.forName("java.lang.GossamerDispatcher").getMethod("linker").invoke(null), linker);
  }
}
