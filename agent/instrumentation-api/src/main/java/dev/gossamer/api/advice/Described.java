package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What this advice made of the method it is woven into: an object that the constructor of the
 * parameter's type makes of an {@link dev.gossamer.api.method.AdvisedMethod}, once for each call
 * site, when that is linked. Stands first among the parameters. Methods of class files older than
 * Java 7 are not woven for advice that takes it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface Described {}
