package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that runs before the body of the advised method. What it returns is handed to the
 * exit method as {@link State}; a failure in it is caught, counted and seen by the exit method as a
 * null state.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(METHOD)
public @interface Enter {}
