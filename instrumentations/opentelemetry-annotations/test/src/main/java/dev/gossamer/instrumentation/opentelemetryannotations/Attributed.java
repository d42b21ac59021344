package dev.gossamer.instrumentation.opentelemetryannotations;

import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Arguments as attributes. */
final class Attributed {
  private Attributed() {}

  static String all() {
    return scalars("text", true, (byte) 1, (short) 2, 3, 4L, 5f, 6d, 'c', 7, TimeUnit.DAYS, 8)
        + arrays(
            new String[] {"a", "b"},
            new int[] {1, 2},
            new long[] {3},
            new double[] {0.5},
            new boolean[] {true, false},
            new byte[0])
        + lists(Arrays.asList("a", null, "b"), Arrays.asList(1, 2L), Arrays.asList(0.5, 1f));
  }

  @WithSpan
  static String scalars(
      @SpanAttribute("string") String string,
      @SpanAttribute("boolean") boolean truth,
      @SpanAttribute("byte") byte small,
      @SpanAttribute("short") short medium,
      @SpanAttribute("int") int number,
      @SpanAttribute long named,
      @SpanAttribute("float") float real,
      @SpanAttribute("double") double larger,
      @SpanAttribute("char") char character,
      @SpanAttribute("boxed") Integer boxed,
      @SpanAttribute("enum") TimeUnit unit,
      @SpanAttribute("object") Object object) {
    return "scalars";
  }

  @WithSpan
  static String arrays(
      @SpanAttribute("strings") String[] strings,
      @SpanAttribute("ints") int[] ints,
      @SpanAttribute("longs") long[] longs,
      @SpanAttribute("doubles") double[] doubles,
      @SpanAttribute("booleans") boolean[] booleans,
      @SpanAttribute("none") byte[] none) {
    return "arrays";
  }

  @WithSpan
  static String lists(
      @SpanAttribute("strings") List<@Nullable String> strings,
      @SpanAttribute("numbers") List<?> numbers,
      @SpanAttribute("reals") List<?> reals) {
    return "lists";
  }

  static String nulls() {
    return some(null, null, "there");
  }

  @WithSpan
  static String some(
      @SpanAttribute("string") @Nullable String string,
      @SpanAttribute("boxed") @Nullable Integer boxed,
      @SpanAttribute("there") String there) {
    return "nulls";
  }

  static String throwing() {
    return unreadable(
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        },
        "after");
  }

  @WithSpan
  static String unreadable(
      @SpanAttribute("unreadable") Object object, @SpanAttribute("after") String after) {
    return after;
  }

  @WithSpan
  static String addingBelowSpan() {
    return adding("below", 1) + both("both");
  }

  @AddingSpanAttributes
  static String adding(@SpanAttribute("added") String value, @SpanAttribute("count") int count) {
    return value;
  }

  @WithSpan
  @AddingSpanAttributes
  static String both(@SpanAttribute("both") String value) {
    return value;
  }
}
