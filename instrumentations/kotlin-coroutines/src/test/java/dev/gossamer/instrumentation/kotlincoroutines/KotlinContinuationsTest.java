package dev.gossamer.instrumentation.kotlincoroutines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.api.Failures;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that goes on is told from one that begins. */
final class KotlinContinuationsTest {
  private static final int RESUMING = 1 | Integer.MIN_VALUE;

  private final KotlinContinuations function = new KotlinContinuations();
  private final Continuation<Object> call = call(function, new Caller());

  @Test
  void aFunctionsOwnContinuationGoesOnWhenItsSignBitIsSet() {
    assertThat(function.resumed(new Machine(call, RESUMING))).isSameAs(call);
  }

  @Test
  void theSameContinuationBeginsACallWhenTheFunctionPassesIt() {
    assertThat(function.resumed(new Machine(call, 1))).isNull();
  }

  @Test
  void aCallersContinuationBeginsACall() {
    assertThat(function.resumed(new Machine(new Caller(), RESUMING))).isNull();
    assertThat(function.resumed(new Caller())).isNull();
    assertThat(function.resumed(null)).isNull();
  }

  @Test
  void whatAnotherFunctionPassesOnBeginsACall() {
    assertThat(new KotlinContinuations().resumed(call)).isNull();
    assertThat(new KotlinContinuations().resumed(call(function, call))).isNull();
  }

  @Test
  void aContinuationWithoutALabelBeginsACall() {
    assertThat(function.resumed(new Unlabelled(call))).isNull();
  }

  @Test
  void twoClassesOfContinuationsAreToldApart() {
    for (int i = 0; i < 2; i++) {
      assertThat(function.resumed(new Machine(call, RESUMING))).isSameAs(call);
      assertThat(function.resumed(new Other(call, 1))).isNull();
    }
  }

  @Test
  void inAModuleThatOpensNothingACallOfTheSameFunctionGoesOn(@TempDir Path folder)
      throws Exception {
    Class<?> closed = closed(folder);
    long before = Failures.count("kotlinx-coroutines");
    for (int i = 0; i < 3; i++) {
      Object machine = closed.getConstructor(Continuation.class).newInstance(call);
      assertThat(function.resumed(machine)).isSameAs(call);
      assertThat(new KotlinContinuations().resumed(machine)).isNull();
    }
    assertThat(Failures.count("kotlinx-coroutines")).isEqualTo(before + 1);
    assertThat(function.resumed(call(function, call))).isNull();
  }

  private static Class<?> closed(Path folder) throws IOException, ClassNotFoundException {
    Path module = Files.writeString(folder.resolve("module-info.java"), "module m { exports m; }");
    Path source =
        Files.writeString(
            Files.createDirectory(folder.resolve("m")).resolve("Machine.java"),
            """
            package m;
            public class Machine extends kotlin.coroutines.jvm.internal.ContinuationImpl {
              int label;
              public Machine(kotlin.coroutines.Continuation<Object> caller) {
                super(caller, caller.getContext());
              }
              protected Object invokeSuspend(Object result) {
                return result;
              }
            }
            """);
    int failed =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--add-reads=m=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-d",
                folder.toString(),
                module.toString(),
                source.toString());
    assertThat(failed).isZero();
    ClassLoader parent = KotlinContinuationsTest.class.getClassLoader();
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of("m"));
    var controller =
        ModuleLayer.defineModulesWithOneLoader(configuration, List.of(ModuleLayer.boot()), parent);
    Module m = controller.layer().findModule("m").orElseThrow();
    controller.addReads(m, KotlinContinuationsTest.class.getModule());
    return m.getClassLoader().loadClass("m.Machine");
  }

  @SuppressWarnings("unchecked")
  private static Continuation<Object> call(KotlinContinuations function, Object caller) {
    return (Continuation<Object>) function.following(caller, null);
  }

  private static class Unlabelled extends ContinuationImpl {
    Unlabelled(Continuation<Object> caller) {
      super(caller, caller.getContext());
    }

    @Override
    protected Object invokeSuspend(Object result) {
      return result;
    }
  }

  private static final class Machine extends Unlabelled {
    @SuppressWarnings("UnusedVariable") // by its name
    private final int label;

    Machine(Continuation<Object> caller, int label) {
      super(caller);
      this.label = label;
    }
  }

  private static final class Other extends Unlabelled {
    @SuppressWarnings("UnusedVariable") // by its name
    private final int label;

    Other(Continuation<Object> caller, int label) {
      super(caller);
      this.label = label;
    }
  }

  private static final class Caller implements Continuation<Object> {
    @Override
    public CoroutineContext getContext() {
      return EmptyCoroutineContext.INSTANCE;
    }

    @Override
    public void resumeWith(@Nullable Object result) {}
  }
}
