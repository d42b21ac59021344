package dev.gossamer.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Each kind of hook runs where it should, with the values it asks for. */
final class HooksTest {
  private static final String ITERATOR = "java/util/Iterator";

  @Test
  void anEnterHookWithoutStateLeavesNone() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on("zero", Hooks.enter(1, false, Hooks.STATE), Hooks.exit(2, Hooks.STATE)));
    assertThat(both.runWoven("zero")).isEqualTo("0");
    assertThat(both.events()).containsExactly("enter 1[null]", "exit 2[null]");
  }

  @Test
  void aStateThatNobodyReadsIsDropped() {
    Woven both = Woven.of(Calls.class, Hooks.on("zero", Hooks.enter(1, true), Hooks.exit(2)));
    assertThat(both.runWoven("zero")).isEqualTo("0");
    assertThat(both.events()).containsExactly("enter 1[]", "exit 2[]");
  }

  @Test
  void valuesThatAPlaceDoesNotHaveAreNull() {
    Binding[] all = {
      Hooks.THIS, Hooks.STATE, Hooks.RETURNED, Hooks.THROWN, Hooks.RECEIVER, Hooks.METHOD_NAME
    };
    Woven both =
        Woven.of(Calls.class, Hooks.on("total", Hooks.enter(1, true, all), Hooks.exit(2, all)));
    both.runWoven("total", 1, 2L, "abc");
    assertThat(both.events())
        .containsExactly(
            "enter 1[null, null, 0, null, null, \"total\"]",
            "exit 2[null, \"state\", 6, null, null, \"total\"]");
  }

  @Test
  void replacedArgumentsReachTheBodyAndTheExitSeesTheOriginals() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on(
                "total",
                Hooks.enter(1, true, Hooks.argument(2)),
                Hooks.replaceArgument(2, 2, Hooks.argument(2), Hooks.STATE),
                Hooks.replaceArgument(3, 0, Hooks.argument(2)),
                Hooks.exit(4, Hooks.argument(0), Hooks.argument(2), Hooks.RETURNED)));
    both.behaviour(2, values -> "four");
    both.behaviour(3, values -> 100);
    assertThat(both.runWoven("total", 1, 2L, "abc")).isEqualTo("106");
    assertThat(both.events())
        .containsExactly(
            "enter 1[\"abc\"]",
            "replaceArgument 2[\"abc\", \"abc\", \"state\"]",
            "replaceArgument 3[1, \"abc\"]",
            "exit 4[1, \"abc\", 106]");
  }

  @Test
  void anInnerRuleSeesWhatTheOuterReplacedAndTheOuterWhatTheInnerReturned() {
    Binding[] all = {Hooks.argument(2), Hooks.RETURNED};
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on("total", Hooks.replaceArgument(1, 2), Hooks.replaceReturn(2, all)),
            Hooks.on("total", Hooks.replaceArgument(3, 2), Hooks.replaceReturn(4, all)));
    both.behaviour(1, values -> values[0] + "!");
    both.behaviour(3, values -> values[0] + "?");
    both.behaviour(2, values -> (Long) values[0] * 2);
    both.behaviour(4, values -> (Long) values[0] + 1000);
    assertThat(both.runWoven("total", 1, 2L, "abc")).isEqualTo("2016");
    assertThat(both.events())
        .containsExactly(
            "replaceArgument 1[\"abc\"]",
            "replaceArgument 3[\"abc!\"]",
            "replaceReturn 4[8, \"abc!\", 8]",
            "replaceReturn 2[1008, \"abc\", 1008]");
  }

  @Test
  void aReplacingExitThatSeesAnExceptionReplacesNothing() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on("throwing", Hooks.replaceReturn(1, Hooks.RETURNED, Hooks.THROWN)),
            Hooks.on("total", Hooks.replaceReturn(2, Hooks.RETURNED, Hooks.THROWN)));
    both.behaviour(1, values -> "instead");
    assertThat(both.runWoven("throwing", "message"))
        .isEqualTo("thrown java.lang.IllegalStateException: message");
    assertThat(both.events())
        .containsExactly("replaceReturn 1[null, null, java.lang.IllegalStateException: message]");
    assertThat(both.runWoven("total", 1, 2L, null)).startsWith("thrown java.lang.NullPointer");
    assertThat(both.events())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("replaceReturn 2[0, 0, java");
  }

  @Test
  void aThrowableIsRethrownAsItIs() {
    Woven both = Woven.of(Calls.class, Hooks.on("throwing", Hooks.exit(1)));
    assertThat(both.runWoven("throwing", "message"))
        .isEqualTo("thrown java.lang.IllegalStateException: message");
    assertThat(both.events()).containsExactly("exit 1[]");
  }

  @Test
  void aConstructorIsLeftWithItsObjectOnlyWhenItReturns() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on(
                "<init>",
                Hooks.enter(1, true, Hooks.THIS),
                Hooks.exit(2, Hooks.STATE, Hooks.RETURNED, Hooks.METHOD_NAME)));
    assertThat(both.runWoven("<init>", "text")).isEqualTo("this");
    assertThat(both.events())
        .containsExactly("enter 1[null]", "exit 2[\"state\", null, \"<init>\"]");
    assertThat(both.runWoven("<init>", "bad")).startsWith("thrown java.lang.IllegalArgument");
    assertThat(both.events()).containsExactly("enter 1[null]");
    both.runWoven("<init>");
    assertThat(both.events())
        .containsExactly(
            "enter 1[null]",
            "enter 1[null]",
            "exit 2[\"state\", null, \"<init>\"]",
            "exit 2[\"state\", null, \"<init>\"]");
  }

  @Test
  void anExitOfAConstructorTakesThis() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.rule(
                new String[] {"<init>"},
                new String[] {"Ljava/lang/String;"},
                false,
                null,
                new Hook[] {Hooks.exit(1, Hooks.THIS, Hooks.argument(0))}));
    both.runWoven("<init>", "text");
    assertThat(both.events()).containsExactly("exit 1[this, \"text\"]");
  }

  @Test
  void hooksStandAroundCallsInTheBody() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on(
                "joined",
                Hooks.enter(1, true),
                Hooks.beforeCall(2, ITERATOR, "next", Hooks.STATE, Hooks.RECEIVER),
                Hooks.afterCall(3, ITERATOR, "next", Hooks.RECEIVER, Hooks.STATE)),
            Hooks.on(
                "joined",
                Hooks.beforeCall(4, ITERATOR, "next"),
                Hooks.afterCall(5, ITERATOR, "next", Hooks.argument(0))));
    Object iterator = iterator("a");
    assertThat(both.runWoven("joined", iterator)).isEqualTo("\"a\"");
    assertThat(both.events())
        .containsExactly(
            "enter 1[]",
            "beforeCall 2[\"state\", iterator]",
            "beforeCall 4[]",
            "afterCall 5[iterator]",
            "afterCall 3[iterator, \"state\"]");
  }

  @Test
  void onlyCallsOfTheNamedInstanceMethodCount() {
    Callable<String> callable =
        new Callable<>() {
          @Override
          public String call() {
            return "result";
          }

          @Override
          public String toString() {
            return "callable";
          }
        };
    String owner = Calls.class.getName().replace('.', '/');
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on(
                "called",
                Hooks.beforeCall(1, "java/util/concurrent/Callable", "call", Hooks.RECEIVER),
                Hooks.afterCall(2, "java/util/concurrent/Callable", "call"),
                Hooks.beforeCall(3, owner, "toString"),
                Hooks.beforeCall(4, "java/lang/Thread", "toString"),
                Hooks.beforeCall(5, "java/util/concurrent/Callable", "hashCode"),
                Hooks.afterCall(6, "java/lang/Object", "hashCode", Hooks.RECEIVER)));
    assertThat(both.runWoven("called", callable)).isEqualTo("\"result\"");
    assertThat(both.events())
        .containsExactly(
            "beforeCall 1[callable]",
            "afterCall 2[]",
            "beforeCall 3[]",
            "beforeCall 1[callable]",
            "afterCall 2[]",
            "afterCall 6[\"result\"]");
  }

  @Test
  void aCallThatThrowsHasNoAfter() {
    Callable<String> callable =
        () -> {
          throw new IllegalStateException("failed");
        };
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on(
                "called",
                Hooks.beforeCall(1, "java/util/concurrent/Callable", "call"),
                Hooks.afterCall(2, "java/util/concurrent/Callable", "call"),
                Hooks.exit(3, Hooks.THROWN)));
    assertThat(both.runWoven("called", callable))
        .isEqualTo("thrown java.lang.IllegalStateException: failed");
    assertThat(both.events())
        .containsExactly(
            "beforeCall 1[]", "beforeCall 1[]", "exit 3[java.lang.IllegalStateException: failed]");
  }

  @Test
  void hooksThatDoNotFitAMethodSkipItAlone() {
    Woven both =
        Woven.of(
            Calls.class,
            Hooks.on("zero", Hooks.enter(1, false, Hooks.argument(0))),
            Hooks.on("joined", Hooks.replaceArgument(2, 1)),
            Hooks.on("<init>", Hooks.replaceReturn(3)),
            Hooks.on("throwing", Hooks.exit(4)));
    assertThat(both.skipped)
        .containsExactly(
            "<init>()V: there is no result to replace",
            "<init>(Ljava/lang/String;)V: there is no result to replace",
            "joined(Ljava/lang/Iterable;)Ljava/lang/String;: there is no argument 1 to replace",
            "zero()I: there is no argument 0");
    both.runWoven("throwing", "message");
    assertThat(both.events()).containsExactly("exit 4[]");
  }

  private static Iterable<String> iterator(String value) {
    var values = List.of(value).iterator();
    var iterator =
        new java.util.Iterator<String>() {
          @Override
          public boolean hasNext() {
            return values.hasNext();
          }

          @Override
          public String next() {
            return values.next();
          }

          @Override
          public String toString() {
            return "iterator";
          }
        };
    return new Iterable<>() {
      @Override
      public java.util.Iterator<String> iterator() {
        return iterator;
      }

      @Override
      public String toString() {
        return "iterator";
      }
    };
  }
}
