package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of {@link Awkward} does the same woven, and its hooks see all of it. */
final class AwkwardTest {
  static Stream<Arguments> calls() {
    return Stream.of(
        call("nothing"),
        call("reassigned", 1, 2L, "abc"),
        call("reassigned", 1, 20L, "abc"),
        call("increment", 41),
        call("wide", 1L, 2.0, 3f, (byte) 4, '5', (short) 6, true, new int[7]),
        call("real", 3.0),
        call("single", 3f),
        call("flag", true),
        call("character", 'x'),
        call("small", (byte) 3),
        call("medium", (short) 3),
        call("array", (Object) new String[] {"a"}),
        call("loopFromStart", 3),
        call("endless", 3),
        call("alwaysThrows", "message"),
        call("deadLocals", 3),
        call("deadLocals", 4),
        call("nested", 0),
        call("nested", 1),
        call("nested", 2),
        call("nested", 3),
        call("nested", 5),
        call("withResources", "ab"),
        call("withResources", (Object) null),
        call("guarded", 5),
        call("guarded", 0),
        call("block", 5),
        call("block", -1),
        call("texts", "one"),
        call("texts", "BB"),
        call("texts", "three"),
        call("table", 1),
        call("table", 2),
        call("table", 1000),
        call("table", 5),
        call("lambdas", " a", 2),
        call("pattern", "text"),
        call("pattern", 1),
        call("pattern", 2.0),
        call("generic", List.of(1, 2)),
        call("instance", 1, "b"),
        call("drains", List.of("a", "bc")),
        call("drains", (Object) null),
        call("ternaryOnStack", 1, -4L),
        call("ternaryOnStack", 0, 4L),
        call("ternaryOnStack", -1, 4L),
        call("catchesItsOwn", 1));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesTheSameAndTellsItsHooks(String name, @Nullable Object[] arguments) {
    int count = arguments.length;
    Binding[] onEnter = bindings(count, Hooks.METHOD_NAME, Hooks.THIS);
    Binding[] onExit = bindings(count, Hooks.STATE, Hooks.THIS, Hooks.RETURNED, Hooks.THROWN);
    Woven both =
        Woven.of(
            Awkward.class, Hooks.on(name, Hooks.enter(1, true, onEnter), Hooks.exit(2, onExit)));

    String expected = both.runPlain(name, arguments);
    assertThat(both.runWoven(name, arguments)).isEqualTo(expected);

    boolean isStatic = !Set.of("block", "instance").contains(name);
    String receiver = isStatic ? "null" : "this";
    String shown =
        Arrays.stream(arguments)
            .map(value -> ", " + both.show(value))
            .collect(Collectors.joining());
    String outcome =
        expected.startsWith("thrown ")
            ? zero(name) + ", " + expected.substring("thrown ".length())
            : expected + ", null";
    assertThat(both.events())
        .containsExactly(
            "enter 1[\"" + name + "\", " + receiver + shown + "]",
            "exit 2[\"state\", " + receiver + ", " + outcome + shown + "]");
  }

  @Test
  void everyMethodIsCalled() {
    Set<String> called = calls().map(call -> (String) call.get()[0]).collect(Collectors.toSet());
    assertThat(
            Arrays.stream(Awkward.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !called.contains(name)))
        .containsExactly("recursive");
  }

  @Test
  void recursionIsSeenCallByCall() {
    Woven both =
        Woven.of(
            Awkward.class,
            Hooks.on(
                "recursive",
                Hooks.enter(1, true, Hooks.argument(0)),
                Hooks.exit(2, Hooks.STATE, Hooks.RETURNED)));
    both.behaviour(1, values -> "state " + values[0]);
    assertThat(both.runWoven("recursive", 2)).isEqualTo("3");
    assertThat(both.events())
        .containsExactly(
            "enter 1[2]",
            "enter 1[1]",
            "enter 1[0]",
            "exit 2[\"state 0\", 0]",
            "exit 2[\"state 1\", 1]",
            "exit 2[\"state 2\", 3]");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void doesTheSameWithThreeNestedRules(String name, @Nullable Object[] arguments) {
    Binding[] all =
        bindings(arguments.length, Hooks.STATE, Hooks.THIS, Hooks.RETURNED, Hooks.THROWN);
    MethodRule[] rules =
        IntStream.range(0, 3)
            .mapToObj(
                i -> Hooks.on(name, Hooks.enter(i, true, Hooks.THIS), Hooks.exit(10 + i, all)))
            .toArray(MethodRule[]::new);
    Woven both = Woven.of(Awkward.class, rules);
    assertThat(both.runWoven(name, arguments)).isEqualTo(both.runPlain(name, arguments));
    assertThat(both.events().stream().map(event -> event.replaceAll("\\[.*", "")))
        .containsExactly("enter 0", "enter 1", "enter 2", "exit 12", "exit 11", "exit 10");
  }

  private static String zero(String name) {
    Class<?> type =
        Arrays.stream(Awkward.class.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow()
            .getReturnType();
    return type == int.class ? "0" : "null";
  }

  private static Binding[] bindings(int arguments, Binding... first) {
    return Stream.concat(
            Arrays.stream(first), IntStream.range(0, arguments).mapToObj(Hooks::argument))
        .toArray(Binding[]::new);
  }

  private static Arguments call(String name, @Nullable Object... arguments) {
    return Arguments.of(name, arguments);
  }
}
