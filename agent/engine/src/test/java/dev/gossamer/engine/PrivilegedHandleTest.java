package dev.gossamer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivilegedHandleTest {
  static long sum(int one, Long other) {
    return one + other;
  }

  static void add(List<String> list) {
    list.add("added");
  }

  static void fail(Throwable failure) throws Throwable {
    throw failure;
  }

  private static MethodHandle handle(String name, Class<?> returned, Class<?>... parameters)
      throws Exception {
    MethodType type = MethodType.methodType(returned, parameters);
    MethodHandle target = MethodHandles.lookup().findStatic(PrivilegedHandleTest.class, name, type);
    MethodHandle handle = PrivilegedHandle.of(target);
    assertThat(handle.type()).isEqualTo(type);
    return handle;
  }

  @Test
  void returnsWhatTheTargetReturns() throws Throwable {
    long sum = (long) handle("sum", long.class, int.class, Long.class).invokeExact(40, (Long) 2L);

    assertThat(sum).isEqualTo(42);
  }

  @Test
  void returnsNothingWhereTheTargetDoes() throws Throwable {
    List<String> list = new ArrayList<>();
    handle("add", void.class, List.class).invokeExact(list);

    assertThat(list).containsExactly("added");
  }

  @Test
  void throwsWhatTheTargetThrows() throws Throwable {
    MethodHandle handle = handle("fail", void.class, Throwable.class);

    for (Throwable failure :
        List.of(new IOException(), new StackOverflowError(), new Throwable())) {
      assertThat(catchThrowable(() -> handle.invoke(failure))).isSameAs(failure);
    }
  }
}
