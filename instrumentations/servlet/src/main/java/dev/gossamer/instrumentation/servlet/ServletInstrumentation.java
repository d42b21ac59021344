package dev.gossamer.instrumentation.servlet;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Advises filters and servlets; the first of them that a request meets makes the span. */
public final class ServletInstrumentation implements Instrumentation {
  @Override
  public void describe(Description it) {
    it.named("servlet")
        .supports("javax.servlet", "3.0 to 4.0")
        .supports("jakarta.servlet", "5.0 to 6.1")
        .alsoFor("javax.servlet", "jakarta.servlet");
    it.onSubtypesOf("javax.servlet.Filter")
        .when(present("javax.servlet.AsyncListener"))
        .advise(
            method("doFilter")
                .takes(
                    "javax.servlet.ServletRequest",
                    "javax.servlet.ServletResponse",
                    "javax.servlet.FilterChain"),
            FilterAdvice.class);
    it.onSubtypesOf("javax.servlet.Servlet")
        .when(present("javax.servlet.AsyncListener"))
        .advise(
            method("service")
                .takes("javax.servlet.ServletRequest", "javax.servlet.ServletResponse"),
            ServletAdvice.class);
    it.onType("javax.servlet.GenericServlet").carryState();
    it.onSubtypesOf("javax.servlet.AsyncContext")
        .advise(method("start").takes("java.lang.Runnable"), AsyncStartAdvice.class);
  }
}
