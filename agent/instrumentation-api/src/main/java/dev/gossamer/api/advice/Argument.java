package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An argument of the advised method, as it was when the method was called. */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface Argument {
  /** The last one, however many there are; more than any method has. */
  int LAST = 255;

  /** Which argument, counted from 0; or {@link #LAST}. */
  int value();
}
