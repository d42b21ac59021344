package dev.gossamer.instrumentation.javalin;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.absent;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Javalin 5 and 6; advises what a request passes before each of its handlers. */
public final class JavalinInstrumentation implements Instrumentation {
  private static final String JAVALIN_7 = "io.javalin.router.Endpoints";

  @Override
  public void describe(Description it) {
    it.named("javalin", "javalin-5.0").supports("Javalin", "5.0 to 6.7");
    it.onType("io.javalin.http.servlet.JavalinServletContext")
        .when(absent(JAVALIN_7))
        .advise(method("update"), HandlerAdvice.class);
    it.onType(
            "io.javalin.http.servlet.ExceptionMapper",
            "io.javalin.router.exception.ExceptionMapper")
        .when(absent(JAVALIN_7))
        .advise(
            method("uncaughtException", "handleUnexpectedThrowable$javalin"), UncaughtAdvice.class);
  }
}
