package dev.gossamer.testing.jaxrs.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.ws.rs.HttpMethod;

/** A method that HTTP does not define. */
@HttpMethod("TEST")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TEST {}
