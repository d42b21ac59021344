package dev.gossamer.engine.build;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gossamer.api.advice.AfterCall;
import dev.gossamer.api.advice.AnnotatedArguments;
import dev.gossamer.api.advice.Argument;
import dev.gossamer.api.advice.Described;
import dev.gossamer.api.advice.Enter;
import dev.gossamer.api.advice.Exit;
import dev.gossamer.api.advice.Receiver;
import dev.gossamer.api.advice.ReplaceArgument;
import dev.gossamer.api.advice.Returned;
import dev.gossamer.api.advice.State;
import dev.gossamer.api.advice.This;
import dev.gossamer.api.advice.Thrown;
import dev.gossamer.engine.classfile.Resources;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceReaderTest {
  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(NoHook.class, "is advice without a hook"),
        Arguments.of(NotStatic.class, "must be static"),
        Arguments.of(Unbound.class, "nothing says where parameter 0 takes its value from"),
        Arguments.of(TwoEnters.class, "there is another method for the same hook"),
        Arguments.of(PrimitiveState.class, "state is an object, not int"),
        Arguments.of(StateWithoutEnter.class, "there is no @Enter method whose result"),
        Arguments.of(ReplaceWithoutReturned.class, "must also take @Returned"),
        Arguments.of(ReplaceWithoutArgument.class, "must also take @Argument(1)"),
        Arguments.of(ReplaceWithNothing.class, "returns nothing to replace the argument with"),
        Arguments.of(ThrownAtEnter.class, "known at the exit only"),
        Arguments.of(ReceiverAtExit.class, "known around a call only"),
        Arguments.of(ResultAfterCall.class, "its result would go nowhere"),
        Arguments.of(DescribedSecond.class, "@Described stands first"),
        Arguments.of(DescribedReplaces.class, "@Described is not for what replaces a value"),
        Arguments.of(AnnotatedAtExit.class, "known on entry only"),
        Arguments.of(TwoHooksOnOne.class, "has two hooks"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesAdviceThatCannotBe(Class<?> advice, String message) {
    String name = advice.getName().replace('.', '/');
    byte[] classFile = Objects.requireNonNull(Resources.classFile(advice.getClassLoader(), name));
    assertThatThrownBy(() -> AdviceReader.read(name, classFile))
        .isInstanceOf(InvalidInstrumentationException.class)
        .hasMessageContaining(advice.getName())
        .hasMessageContaining(message);
  }

  static class NoHook {
    static void enter() {}
  }

  static class NotStatic {
    @Enter
    void enter() {}
  }

  static class Unbound {
    @Enter
    static void enter(Object what) {}
  }

  static class TwoEnters {
    @Enter
    static void enter() {}

    @Enter
    static void again() {}
  }

  static class PrimitiveState {
    @Enter
    static int enter() {
      return 1;
    }
  }

  static class StateWithoutEnter {
    @Exit
    static void exit(@State Object state) {}
  }

  static class ReplaceWithoutReturned {
    @Exit
    static Object exit(@This Object self) {
      return self;
    }
  }

  static class ReplaceWithoutArgument {
    @ReplaceArgument(1)
    static Object replace(@Argument(0) Object other) {
      return other;
    }
  }

  static class ReplaceWithNothing {
    @ReplaceArgument(0)
    static void replace(@Argument(0) Object value) {}
  }

  static class ThrownAtEnter {
    @Enter
    static void enter(@Thrown Throwable thrown) {}
  }

  static class ReceiverAtExit {
    @Exit
    static void exit(@Receiver Object receiver) {}
  }

  static class ResultAfterCall {
    @AfterCall(owner = "x.Y", name = "z")
    static Object after() {
      return "";
    }
  }

  static class DescribedSecond {
    @Enter
    static void enter(@This Object self, @Described Object method) {}
  }

  static class DescribedReplaces {
    @Exit
    static Object exit(@Described Object method, @Returned Object result) {
      return result;
    }
  }

  static class AnnotatedAtExit {
    @Exit
    static void exit(@AnnotatedArguments Object[] arguments) {}
  }

  static class TwoHooksOnOne {
    @Enter
    @Exit
    static void both() {}
  }
}
