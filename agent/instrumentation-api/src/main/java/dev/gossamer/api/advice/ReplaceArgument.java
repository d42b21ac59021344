package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that runs after {@link Enter} and whose result replaces an argument of the
 * advised method. Takes that {@link Argument} too, which is what stays in place when it fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(METHOD)
public @interface ReplaceArgument {
  /** Which argument, counted from 0; or {@link Argument#LAST}. */
  int value();
}
