package dev.gossamer.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CausesTest {
  private static final Throwable OWN =
      new IllegalStateException("own", new IllegalArgumentException("why"));

  /** An application's, which says something by its type. */
  private static final class Refused extends ExecutionException {
    Refused(Throwable cause) {
      super(cause);
    }
  }

  static Stream<Throwable> wrapped() {
    return Stream.of(
        OWN,
        new ExecutionException(OWN),
        new CompletionException(new ExecutionException(OWN)),
        new UndeclaredThrowableException(new InvocationTargetException(OWN)));
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void takesAnExceptionOutOfItsWrappersAndNoFurther(Throwable thrown) {
    assertThat(Causes.of(thrown)).isSameAs(OWN);
  }

  @Test
  void leavesAWrapperAroundNothing() {
    Throwable wrapper = new ExecutionException("nothing", null);
    assertThat(Causes.of(wrapper)).isSameAs(wrapper);
  }

  @Test
  void leavesASubclassOfAWrapper() {
    Throwable refused = new Refused(OWN);
    assertThat(Causes.of(refused)).isSameAs(refused);
  }

  @Test
  void givesUpOnAChainWithoutEnd() {
    Throwable thrown = OWN;
    for (int i = 0; i < 1000; i++) {
      thrown = new ExecutionException(thrown);
    }
    assertThat(Causes.of(thrown)).isInstanceOf(ExecutionException.class);
  }
}
