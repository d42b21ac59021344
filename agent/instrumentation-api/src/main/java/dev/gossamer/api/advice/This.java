package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.PARAMETER;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The object whose method is advised; null in a static method and before a constructor ran. */
@Retention(RetentionPolicy.RUNTIME)
@Target(PARAMETER)
public @interface This {}
