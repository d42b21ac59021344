package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that runs right after such a call (see {@link BeforeCall}) returned normally;
 * what a call left behind by throwing, the exit method has to clean up.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(METHOD)
public @interface AfterCall {
  /** Binary name of the type on which the call is made, as the call site names it. */
  String owner();

  /** Name of the called method. */
  String name();
}
