package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that runs right before the advised method's body calls another, argument-less
 * instance method; takes the {@link State} and the {@link Receiver} of that call.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(METHOD)
public @interface BeforeCall {
  /** Binary name of the type on which the call is made, as the call site names it. */
  String owner();

  /** Name of the called method. */
  String name();
}
