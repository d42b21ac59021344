package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of the advised method, a constant String. */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface MethodName {}
