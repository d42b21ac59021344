package dev.gossamer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sun.misc.Unsafe;

final class ObjectStateTest {
  private final ObjectState<Object, String> state = new ObjectState<>();

  /** An object without and one with a field for state. */
  static List<Supplier<Object>> objects() {
    return List.of(Object::new, ObjectStateTest::woven);
  }

  @Test
  void stateBelongsToTheObjectNotToItsEquals() {
    String one = new String("same");
    String other = new String("same");
    state.set(one, "first");

    assertThat(state.get(one)).isEqualTo("first");
    assertThat(state.get(other)).isNull();
  }

  @ParameterizedTest
  @MethodSource("objects")
  void takingRemoves(Supplier<Object> make) {
    Object object = make.get();
    state.set(object, "once");

    assertThat(state.take(object)).isEqualTo("once");
    assertThat(state.take(object)).isNull();
    assertThat(state.setIfAbsent(object, "again")).isEqualTo("again");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void theFirstStaysWhereOnlyAbsentIsSet(Supplier<Object> make) {
    Object object = make.get();

    assertThat(state.setIfAbsent(object, "first")).isEqualTo("first");
    assertThat(state.setIfAbsent(object, "second")).isEqualTo("first");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void kindsOfStateDoNotMix(Supplier<Object> make) {
    ObjectState<Object, String> another = new ObjectState<>();
    Object object = make.get();
    state.set(object, "mine");

    assertThat(another.get(object)).isNull();
    assertThat(another.take(object)).isNull();
    another.set(object, "another");
    assertThat(state.get(object)).isEqualTo("mine");
    assertThat(another.get(object)).isEqualTo("another");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void nothingIsLostBetweenThreads(Supplier<Object> make) throws Exception {
    int threads = 4;
    List<ObjectState<Object, Integer>> kinds = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      kinds.add(new ObjectState<>());
    }
    ObjectState<Object, Integer> shared = new ObjectState<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 2000; round++) {
        Object object = make.get();
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Future<Integer>> winners = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
          int number = i;
          winners.add(
              pool.submit(
                  () -> {
                    together.await();
                    kinds.get(number).set(object, number);
                    return shared.setIfAbsent(object, number);
                  }));
        }
        for (int i = 0; i < threads; i++) {
          assertThat(winners.get(i).get()).isEqualTo(shared.get(object));
          assertThat(kinds.get(i).get(object)).isEqualTo(i);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** The JVM gives an object that has one a monitor of its own as soon as somebody locks it. */
  @Test
  void anObjectWithAFieldGetsNoIdentityHash() throws Exception {
    Object woven = woven();
    long before = header(woven);

    state.set(woven, "one");
    state.setIfAbsent(woven, "two");
    new ObjectState<Object, String>().set(woven, "another kind");
    state.take(woven);

    assertThat(header(woven)).isEqualTo(before);
    assertThat(System.identityHashCode(woven)).isNotZero();
    assertThat(header(woven)).isNotEqualTo(before);
  }

  /** Of an object's mark word what is not for locks and the collector. */
  private static long header(Object object) throws Exception {
    Field unsafe = Unsafe.class.getDeclaredField("theUnsafe");
    unsafe.setAccessible(true);
    return ((Unsafe) unsafe.get(null)).getLong(object, 0L) >>> 8;
  }

  @Test
  void anObjectWithStateCanBeCollected() {
    Object object = new byte[1024];
    WeakReference<Object> reference = new WeakReference<>(object);
    state.set(object, "kept");
    object = null;

    while (reference.get() != null) {
      System.gc();
    }
    state.set(new Object(), "expunges");
    assertThat(reference.get()).isNull();
  }

  /** As the engine weaves it; the compiler does not know the interface, the patched JVM does. */
  private static Object woven() {
    AtomicReference<@Nullable Object> field = new AtomicReference<>();
    InvocationHandler accessors =
        (proxy, method, arguments) -> {
          if (arguments == null) {
            return field.get();
          }
          field.set(arguments[0]);
          return null;
        };
    try {
      Class<?> carrier = Class.forName("java.lang.GossamerState");
      return Proxy.newProxyInstance(
          ObjectStateTest.class.getClassLoader(), new Class<?>[] {carrier}, accessors);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }
}
