package dev.gossamer.api.advice;

import static java.lang.annotation.ElementType.METHOD;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that runs when the advised method returns or throws (for a constructor: returns
 * only). When it returns a value, that value replaces the method's own result; it must then also
 * take {@link Returned}, which is what stays in place when it fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(METHOD)
public @interface Exit {}
