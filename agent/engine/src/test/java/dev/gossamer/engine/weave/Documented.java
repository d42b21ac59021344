package dev.gossamer.engine.weave;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** What {@link ClassFileTest} looks at before and after. */
@SuppressWarnings({"all", "NullAway"})
public class Documented<T extends Comparable<T>> {
  /** Goes everywhere. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.LOCAL_VARIABLE
  })
  @interface Marked {
    String value() default "";
  }

  @Marked("method")
  @Deprecated
  public <X extends Exception> List<T> woven(
      @Marked("first") final T first, long second, @Marked("third") List<@Marked T> third)
      throws X, IllegalStateException {
    @Marked("local")
    long sum = second;
    for (T element : third) {
      @Marked("inner")
      int length = element.toString().length();
      sum += length;
    }
    try {
      @Marked("last")
      Object last = (@Marked("cast") Object) first;
      sum += last.hashCode();
    } catch (
        @Marked("caught")
        RuntimeException caught) {
      return null;
    }
    return sum == 0 ? third : List.<T>of(first);
  }

  public int untouched(int a) {
    for (int i = 0; i < a; i++) {
      try {
        a += i;
      } finally {
        a--;
      }
    }
    return a;
  }
}
