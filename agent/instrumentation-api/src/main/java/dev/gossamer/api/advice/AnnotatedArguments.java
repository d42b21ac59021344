package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The arguments whose parameters carry an annotation that the descriptor asked for, boxed, in an
 * array of their own, in order; null when the method has none. Known to {@link Enter} only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface AnnotatedArguments {}
