package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The object on which the advised method's body makes the call. */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface Receiver {}
