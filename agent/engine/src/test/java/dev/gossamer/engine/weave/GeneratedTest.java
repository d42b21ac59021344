package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** What other compilers, obfuscators and old javacs write does the same woven. */
final class GeneratedTest {
  private static final int[] ALL_VERSIONS = {
    Opcodes.V1_1, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61
  };
  // From version 51 on there are no subroutines.
  private static final int[] OLD_VERSIONS = {Opcodes.V1_1, 46, 47, 48, 49, 50};

  static Stream<Arguments> samples() {
    return Stream.of(
            samples("jump to start", ALL_VERSIONS, Generated::jumpToStart, 3),
            samples("subroutine", OLD_VERSIONS, Generated::subroutine, 7),
            samples("subroutine that throws", OLD_VERSIONS, Generated::subroutine, 0),
            samples(
                "subroutine in argument slot",
                OLD_VERSIONS,
                Generated::subroutineInArgumentSlot,
                "abc"),
            samples("leftovers at return", ALL_VERSIONS, Generated::leftovers, 1, 2L),
            samples("leftovers at throw", ALL_VERSIONS, Generated::leftovers, -1, 2L),
            samples("long over the boundary", ALL_VERSIONS, Generated::straddle, 4),
            samples("long over the boundary, zero", ALL_VERSIONS, Generated::straddle, 0),
            samples("retyped argument", ALL_VERSIONS, Generated::retyped, 0, "object", 5L),
            samples("retyped argument, jump", ALL_VERSIONS, Generated::retyped, 1, "object", 5L),
            samples("retyped argument, throws", ALL_VERSIONS, Generated::retyped, 1, null, 5L),
            samples("poor frames", ALL_VERSIONS, Generated::poorFrames, 0, "abc"),
            samples("poor frames, throws", ALL_VERSIONS, Generated::poorFrames, 1, null),
            samples("dead code", ALL_VERSIONS, Generated::deadCode, 1),
            samples("long jumps", ALL_VERSIONS, Generated::longJumps, 3),
            samples("long jumps, return between", ALL_VERSIONS, Generated::longJumps, 13),
            samples("large", ALL_VERSIONS, version -> Generated.large(version, 60_000), 3),
            samples("locals", ALL_VERSIONS, version -> Generated.manyLocals(version, 65_000), 3))
        .flatMap(samples -> samples);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void doesTheSameAndTellsItsHooks(
      String title, int version, byte[] classFile, @Nullable Object[] arguments) {
    Binding[] onEnter = bindings(arguments.length);
    Binding[] onExit =
        bindings(arguments.length, Hooks.STATE, Hooks.RETURNED, Hooks.THROWN, Hooks.METHOD_NAME);
    Woven both =
        Woven.of(
            classFile, Hooks.on("run", Hooks.enter(1, true, onEnter), Hooks.exit(1000, onExit)));

    assertThat(both.skipped).isEmpty();
    boolean rises = version == Opcodes.V1_6 && !title.startsWith("subroutine");
    assertThat(Objects.requireNonNull(both.wovenFile)[7])
        .isEqualTo((byte) (rises ? Opcodes.V1_7 : version));
    String expected = both.runPlain("run", arguments);
    assertThat(both.runWoven("run", arguments)).isEqualTo(expected);

    String shown = Arrays.stream(arguments).map(both::show).collect(Collectors.joining(", "));
    List<String> events = both.events();
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isEqualTo(site(both, "enter") + " 1[" + shown + "]");
    assertThat(events.get(1))
        .startsWith(site(both, "exit") + " 1000[\"state\", ")
        .contains(
            expected.startsWith("thrown ")
                ? ", " + expected.substring("thrown ".length())
                : expected + ", null")
        .endsWith(", \"run\", " + shown + "]");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_6, Opcodes.V1_7, Opcodes.V17})
  void replacesInEveryVersion(int version) {
    Woven both =
        Woven.of(
            Generated.leftovers(version),
            Hooks.on(
                "run",
                Hooks.replaceArgument(1, 1, Hooks.argument(1), Hooks.argument(0)),
                Hooks.replaceArgument(2, 0, Hooks.argument(0)),
                Hooks.replaceReturn(3, Hooks.RETURNED, Hooks.argument(0), Hooks.argument(1))));
    both.behaviour(1, values -> 1000L);
    both.behaviour(2, values -> 500);
    both.behaviour(3, values -> -(Long) values[0]);
    assertThat(both.runWoven("run", 1, 2L)).isEqualTo("-1500");
    assertThat(both.events())
        .containsExactly(
            site(both, "replaceArgument") + " 1[2, 2, 1]",
            site(both, "replaceArgument") + " 2[1, 1]",
            site(both, "replaceReturn") + " 3[1500, 1500, 1, 2]");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, Opcodes.V17})
  void replacesTheLastArgumentHoweverManyThereAre(int version) {
    Woven both =
        Woven.of(
            Generated.leftovers(version),
            Hooks.on(
                "run",
                Hooks.replaceArgument(1, Binding.LAST, Hooks.argument(Binding.LAST)),
                Hooks.exit(2, Hooks.argument(0), Hooks.argument(Binding.LAST))));
    both.behaviour(1, values -> 1000L);
    assertThat(both.runWoven("run", 1, 2L)).isEqualTo("1001");
    assertThat(both.events())
        .containsExactly(
            site(both, "replaceArgument") + " 1[2, 2]", site(both, "exit") + " 2[1, 2]");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_7})
  void replacesReferencesInOldAndNewVersions(int version) {
    Woven both =
        Woven.of(
            Generated.retyped(version),
            Hooks.on(
                "run",
                Hooks.replaceArgument(1, 1, Hooks.argument(1)),
                Hooks.replaceReturn(2, Hooks.argument(1))));
    both.behaviour(1, values -> 5);
    both.behaviour(2, values -> values[0] + "!");
    assertThat(both.runWoven("run", 1, "object", 0L)).isEqualTo("\"5!\"");
    assertThat(both.events())
        .containsExactly(
            site(both, "replaceArgument") + " 1[\"object\", \"object\"]",
            site(both, "replaceReturn") + " 2[\"5\", \"object\"]");
  }

  @Test
  void aMethodThatWouldBecomeTooLargeStaysAsItIs() {
    Woven both =
        Woven.of(
            Generated.large(Opcodes.V1_8, 65_530),
            Hooks.on("run", Hooks.enter(1, true), Hooks.exit(2, Hooks.STATE)));
    assertThat(both.wovenFile).isNull();
    assertThat(both.skipped)
        .containsExactly("run(I)I: it would become larger than a method may be");
  }

  @Test
  void aMethodWithTooManyLocalsStaysAsItIs() {
    Woven both =
        Woven.of(
            Generated.manyLocals(Opcodes.V1_8, 65_535),
            Hooks.on("run", Hooks.enter(1, true), Hooks.exit(2, Hooks.STATE)));
    assertThat(both.wovenFile).isNull();
    assertThat(both.skipped).containsExactly("run(I)I: it has too many locals or too deep a stack");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_4, Opcodes.V1_8})
  void aMethodThatOverwritesThisStillShowsIt(int version) {
    Woven both =
        Woven.of(
            Generated.overwrittenThis(version),
            Hooks.on("run", Hooks.exit(1, Hooks.THIS, Hooks.RETURNED)));
    assertThat(both.runWoven("run", 1)).isEqualTo("\"not this\"");
    assertThat(both.events()).containsExactly(site(both, "exit") + " 1[this, \"not this\"]");
  }

  @Test
  void aConstructorThatOverwritesThisStaysAsItIsWhereThisIsWanted() {
    byte[] classFile = Generated.overwrittenThis(Opcodes.V1_8);
    assertThat(Woven.of(classFile, Hooks.on("<init>", Hooks.exit(1, Hooks.THIS))).skipped)
        .containsExactly("<init>()V: its body overwrites this");
    Woven both = Woven.of(classFile, Hooks.on("<init>", Hooks.exit(1)));
    both.runWoven("<init>");
    assertThat(both.events()).containsExactly("exit 1[]");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_1, Opcodes.V1_6, Opcodes.V1_8, Opcodes.V17})
  void aConstructorMayBranchBeforeSuper(int version) {
    Woven both =
        Woven.of(
            Generated.branchBeforeSuper(version),
            Hooks.on(
                "<init>",
                Hooks.enter(1, true, Hooks.THIS, Hooks.argument(0)),
                Hooks.replaceArgument(2, 0, Hooks.STATE),
                Hooks.exit(3, Hooks.STATE, Hooks.argument(0), Hooks.THROWN)));
    both.behaviour(2, values -> 0);
    assertThat(both.runWoven("<init>", 5)).isEqualTo("this");
    assertThat(both.events())
        .containsExactly(
            site(both, "enter") + " 1[null, 5]",
            site(both, "replaceArgument") + " 2[5, \"state\"]",
            site(both, "exit") + " 3[\"state\", 5, null]");
  }

  @Test
  void aVersionNewerThanTheReaderIsWovenAndKept() throws WeaveException {
    byte[] classFile = Generated.jumpToStart(Opcodes.V17);
    classFile[7] = 99;
    byte[] before = classFile.clone();
    MethodRule[] rules = {Hooks.on("run", Hooks.exit(1))};
    byte[] woven = Objects.requireNonNull(Weaver.weave(classFile, rules, false, 0));
    assertThat(classFile).isEqualTo(before);
    assertThat(woven[7]).isEqualTo((byte) 99);
    woven[7] = Opcodes.V17;
    new ClassReader(woven).accept(new ClassVisitor(Opcodes.ASM9) {}, 0);
  }

  private static String site(Woven both, String name) {
    return Objects.requireNonNull(both.wovenFile)[7] < Opcodes.V1_7
        ? "call of loader " + Woven.LOADER
        : name;
  }

  private static Binding[] bindings(int arguments, Binding... first) {
    return Stream.concat(
            Arrays.stream(first), IntStream.range(0, arguments).mapToObj(Hooks::argument))
        .toArray(Binding[]::new);
  }

  private static Stream<Arguments> samples(
      String title, int[] versions, IntFunction<byte[]> sample, @Nullable Object... arguments) {
    return IntStream.of(versions)
        .mapToObj(
            version -> Arguments.of(title, version & 0xffff, sample.apply(version), arguments));
  }
}
