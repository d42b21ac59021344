package dev.gossamer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.engine.index.AdviceMethod;
import dev.gossamer.engine.index.Index;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private static final int ENTER = 0;
  private static final int REPLACE = 1;
  private static final int EXIT = 2;
  private static final int HANDLER_EXIT = 3;
  private static final MethodType ENTERING = MethodType.methodType(Object.class, Object.class);
  private static final MethodType REPLACING =
      MethodType.methodType(int.class, int.class, int.class);
  private static final MethodType EXITING =
      MethodType.methodType(String.class, String.class, Object.class, Object.class);
  private static final MethodType HANDLED = MethodType.methodType(void.class, Object.class);

  private final Index index = SampleIndex.load();
  private final Health health = new Health(index);
  private final Loaders loaders = new Loaders(index, ClassLoader.getPlatformClassLoader());
  private final Linker linker = new Linker(index, loaders, SampleIndex.classes(), health);
  private final LibraryLoader application = LibraryLoader.whole();

  @Test
  void linksToAdviceThatSeesTheApplicationsLibrary() throws Throwable {
    assertThat(link("enter", ENTERING, ENTER).invoke(request("/x")))
        .isEqualTo("sample.library.attribute /x");
    assertThat(link("replaceArgument", REPLACING, REPLACE).invoke(5, 5)).isEqualTo(10);
    assertThat(link("replaceReturn", EXITING, EXIT).invoke("a", (Object) "state", (Object) "a"))
        .isEqualTo("state a");
  }

  @Test
  void keepsFailuresOutOfTheApplication() throws Throwable {
    assertThat(link("enter", ENTERING, ENTER).invoke((Object) null)).isNull();
    assertThat(link("replaceArgument", REPLACING, REPLACE).invoke(-5, -5)).isEqualTo(-5);
    assertThat(link("replaceReturn", EXITING, EXIT).invoke("", (Object) "state", (Object) ""))
        .isEqualTo("");
    link("exit", HANDLED, HANDLER_EXIT).invoke((Object) new OutOfMemoryError("pretended"));
    assertThat(health.failures(index.instrumentation(0))).isEqualTo(4);
  }

  @Test
  @SuppressWarnings({"deprecation", "removal"})
  void letsThreadDeathPass() throws Throwable {
    MethodHandle exit = link("exit", HANDLED, HANDLER_EXIT);
    assertThatThrownBy(() -> exit.invoke((Object) new ThreadDeath()))
        .isInstanceOf(ThreadDeath.class);
  }

  @Test
  void switchesAnInstrumentationOffThatKeepsFailing() throws Throwable {
    CallSite site = site("replaceArgument", REPLACING, REPLACE);
    MethodHandle replace = site.dynamicInvoker();
    MethodHandle enter = link("enter", ENTERING, ENTER);
    for (int i = 0; i < Health.MOST_FAILURES; i++) {
      assertThat(replace.invoke(-1, -1)).isEqualTo(-1);
    }
    assertThat(health.isSwitchedOff(index.instrumentation(0))).isTrue();
    assertThat(replace.invoke(5, 5)).isEqualTo(5);
    assertThat(enter.invoke(request("/x"))).isNull();
    assertThat(link("replaceArgument", REPLACING, REPLACE).invoke(5, 5)).isEqualTo(5);
    assertThat(health.failures(index.instrumentation(0))).isEqualTo(Health.MOST_FAILURES);
  }

  @Test
  void countsAdviceThatCannotBeLinked() {
    LibraryLoader other = new LibraryLoader("sample/library/Client");
    assertThat(linker.link(client(other), "enter", ENTERING, ENTER, null)).isNull();
    assertThat(health.failures(index.instrumentation(0))).isEqualTo(1);
    assertThat(linker.link(client(application), "enter", ENTERING, 4711, null)).isNull();
  }

  @Test
  void servesClassesWithoutInvokedynamic() throws Throwable {
    int token = loaders.token(application);
    assertThat(linker.call(ENTER, token, new Object[] {request("/x")}))
        .isEqualTo("sample.library.attribute /x");
    assertThat(linker.call(REPLACE, token, new Object[] {5, 5})).isEqualTo(10);
    assertThat(linker.call(REPLACE, token, new Object[] {-5, -5})).isEqualTo(-5);
    assertThat(linker.call(HANDLER_EXIT, token, new Object[] {null})).isNull();
    assertThat(linker.call(REPLACE, 4711, new Object[] {5, 5})).isEqualTo(5);
  }

  @Test
  void servesClassesWithoutInvokedynamicWhoeverHoldsALock() throws Exception {
    int token = loaders.token(application);
    assertThat(linker.call(REPLACE, token, new Object[] {5, 5})).isEqualTo(10);
    Object handles = Objects.requireNonNull(loaders.oldHandles(token));
    synchronized (loaders) {
      synchronized (loaders.of(application)) {
        synchronized (handles) {
          assertThat(
                  CompletableFuture.supplyAsync(
                          () -> linker.call(REPLACE, token, new Object[] {6, 6}))
                      .get(20, TimeUnit.SECONDS))
              .isEqualTo(12);
        }
      }
    }
  }

  @Test
  void switchesOffAdviceOfClassesWithoutInvokedynamicToo() {
    int token = loaders.token(application);
    for (int i = 0; i < Health.MOST_FAILURES; i++) {
      assertThat(linker.call(REPLACE, token, new Object[] {-1, -1})).isEqualTo(-1);
    }
    assertThat(linker.call(REPLACE, token, new Object[] {5, 5})).isEqualTo(5);
  }

  @Test
  void letsTheApplicationsLoaderGo() throws Throwable {
    WeakReference<ClassLoader> loader = useAndForget();
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (loader.get() != null && System.nanoTime() < deadline) {
      System.gc();
      Thread.onSpinWait();
    }
    assertThat(loader.get()).isNull();
  }

  private WeakReference<ClassLoader> useAndForget() throws Throwable {
    LibraryLoader unloaded = LibraryLoader.whole();
    CallSite site =
        Objects.requireNonNull(
            linker.link(client(unloaded), "replaceArgument", REPLACING, REPLACE, null));
    assertThat(site.dynamicInvoker().invoke(5, 5)).isEqualTo(10);
    return new WeakReference<>(unloaded);
  }

  @Test
  void usesOneLoaderOfInstrumentationsPerApplicationLoader() {
    InstrumentationLoader first =
        loaders.instrumentations(application, SampleIndex.classes(), false);
    assertThat(loaders.instrumentations(application, SampleIndex.classes(), false)).isSameAs(first);
    assertThat(loaders.instrumentations(LibraryLoader.whole(), SampleIndex.classes(), false))
        .isNotSameAs(first);
    AdviceMethod enter = Objects.requireNonNull(index.adviceMethod(ENTER));
    assertThatThrownBy(() -> application.loadClass(enter.className()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  private MethodHandle link(String name, MethodType type, int hook) {
    return site(name, type, hook).dynamicInvoker();
  }

  private CallSite site(String name, MethodType type, int hook) {
    CallSite site =
        Objects.requireNonNull(linker.link(client(application), name, type, hook, null));
    assertThat(site.type()).isEqualTo(type);
    return site;
  }

  private Object request(String path) throws ClassNotFoundException {
    return Proxy.newProxyInstance(
        application,
        new Class<?>[] {application.loadClass("sample.library.Request")},
        (proxy, method, arguments) -> path);
  }

  private static Class<?> client(ClassLoader loader) {
    try {
      return loader.loadClass("sample.library.Client");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
