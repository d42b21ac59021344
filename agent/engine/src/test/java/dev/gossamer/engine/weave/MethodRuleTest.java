package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;

/** A rule matches by name, parameters and return type, and never a method without code. */
final class MethodRuleTest {
  // rule's parameters; further; rule's return type; descriptor; matches
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "             | false |     | (IJ)V                  | true",
        "''           | false |     | ()V                    | true",
        "''           | false |     | (I)V                   | false",
        "''           | true  |     | (I)V                   | true",
        "I            | false |     | (I)V                   | true",
        "I            | false |     | (IJ)V                  | false",
        "I            | true  |     | (IJ)V                  | true",
        "I            | true  |     | ([IJ)V                 | false",
        "I,J          | true  |     | (I)V                   | false",
        "[Ljava/A;    | false |     | ([Ljava/A;)V           | true",
        "[Ljava/A;    | false |     | ([Ljava/AB;)V          | false",
        "Ljava/A;,[[J | true  |     | (Ljava/A;[[J[[J)V      | true",
        "             | false | V   | (I)V                   | true",
        "             | false | I   | (I)[I                  | false",
        "             | false | [I  | (I)[I                  | true",
        "             | false | LA; | (LA;)Ljava/LA;         | false",
        "             | false | LA; | (LA;)LA;               | true",
      })
  void comparesWholeTypes(
      @Nullable String parameters,
      boolean further,
      @Nullable String returns,
      String descriptor,
      boolean matches) {
    String[] types =
        parameters == null
            ? null
            : parameters.isEmpty() ? new String[0] : parameters.split(",", -1);
    var rule = Hooks.rule(new String[] {"run"}, types, further, returns, new Hook[0]);
    assertThat(rule.matches(Opcodes.ACC_PUBLIC, "run", descriptor, null)).isEqualTo(matches);
    assertThat(rule.matches(Opcodes.ACC_PUBLIC, "ran", descriptor, null)).isFalse();
  }

  // descriptor; whether its last parameter is one of those
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "()V           | false",
        "(I)V          | true",
        "(LA;I)V       | true",
        "(I[I)V        | false",
        "(IJ)V         | false",
        "(LA;)V        | true",
        "([LA;)V       | false",
        "(JLA;)LA;     | true",
        "(LA;J)LA;     | false",
        "(LBLA;)V      | false",
      })
  void comparesTheLastParameterWhole(String descriptor, boolean matches) {
    assertThat(endingWith(false).matches(0, "run", descriptor, null)).isEqualTo(matches);
    assertThat(endingWith(true).matches(0, "run", descriptor, null)).isNotEqualTo(matches);
  }

  private static MethodRule endingWith(boolean other) {
    String[] last = {"LA;", "I"};
    String[] any = new String[0];
    return new MethodRule(
        new String[] {"run"}, null, false, last, other, any, false, null, new Hook[0]);
  }

  @Test
  void takesAnyOfItsNames() {
    var rule = Hooks.rule(new String[] {"run", "call"}, null, false, null, new Hook[0]);
    assertThat(rule.matches(0, "run", "()V", null)).isTrue();
    assertThat(rule.matches(0, "call", "()V", null)).isTrue();
    assertThat(rule.matches(0, "runcall", "()V", null)).isFalse();
  }

  @Test
  void leavesAbstractNativeAndBridgeMethodsAlone() {
    var rule = Hooks.rule(new String[] {"run"}, null, false, null, new Hook[0]);
    assertThat(rule.matches(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_STATIC, "run", "()V", null))
        .isTrue();
    assertThat(rule.matches(Opcodes.ACC_ABSTRACT, "run", "()V", null)).isFalse();
    assertThat(rule.matches(Opcodes.ACC_NATIVE, "run", "()V", null)).isFalse();
    assertThat(rule.matches(Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC, "run", "()V", null))
        .isFalse();
  }
}
