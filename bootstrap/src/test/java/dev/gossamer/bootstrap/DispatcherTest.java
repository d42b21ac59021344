package dev.gossamer.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dispatcher under another name: tests cannot define classes of {@code java.lang}. */
class DispatcherTest {
  private static MethodHandle nothing;

  @BeforeAll
  static void findIt() throws Exception {
    nothing =
        MethodHandles.lookup()
            .findStatic(
                renamed(),
                "nothing",
                MethodType.methodType(MethodHandle.class, String.class, MethodType.class));
  }

  @Test
  void unlinkedHooksWithoutResultDoNothing() throws Throwable {
    assertThat(call("exit", MethodType.methodType(void.class, Object.class), "x")).isNull();
  }

  @Test
  void unlinkedEnterHooksGiveNoState() throws Throwable {
    assertThat(call("enter", MethodType.methodType(Object.class, int.class, long.class), 1, 2L))
        .isNull();
  }

  @Test
  void unlinkedReplacementsGiveBackWhatWasThere() throws Throwable {
    MethodType reference = MethodType.methodType(String.class, String.class, Object.class);
    assertThat(call("replaceReturn", reference, "kept", "other")).isEqualTo("kept");
    MethodType primitive = MethodType.methodType(long.class, long.class, Object.class);
    assertThat(call("replaceArgument", primitive, 7L, "other")).isEqualTo(7L);
  }

  private static Object call(String name, MethodType type, Object... arguments) throws Throwable {
    MethodHandle handle = (MethodHandle) nothing.invoke(name, type);
    assertThat(handle.type()).isEqualTo(type);
    return handle.invokeWithArguments(arguments);
  }

  private static Class<?> renamed() throws IOException {
    byte[] classFile;
    try (InputStream in =
        DispatcherTest.class.getResourceAsStream("/java/lang/GossamerDispatcher.class")) {
      classFile = in.readAllBytes();
    }
    // Same length, so that the constant pool stays as it is.
    String text = new String(classFile, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] renamed =
        text.replace("java/lang/Gossamer", "test/door/Gossamer")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return new ClassLoader(DispatcherTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass("test.door.GossamerDispatcher", renamed, 0, renamed.length);
      }
    }.define();
  }
}
