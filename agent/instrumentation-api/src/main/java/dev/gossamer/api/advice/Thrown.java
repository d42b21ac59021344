package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the advised method threw, or null. */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface Thrown {}
