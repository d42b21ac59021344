package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the enter method returned; null when it returned null or failed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface State {}
