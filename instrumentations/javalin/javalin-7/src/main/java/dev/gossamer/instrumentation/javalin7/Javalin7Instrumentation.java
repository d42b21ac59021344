package dev.gossamer.instrumentation.javalin7;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** Javalin 7; advises what a request passes before each of its handlers. */
public final class Javalin7Instrumentation implements Instrumentation {
  private static final String JAVALIN_7 = "io.javalin.router.Endpoints";

  @Override
  public void describe(Description it) {
    it.named("javalin-7", "javalin", "javalin-5.0").supports("Javalin", "7.0 to 7.2");
    it.onType("io.javalin.http.servlet.JavalinServletContext")
        .when(present(JAVALIN_7))
        .advise(method("update").takesFirst("io.javalin.router.Endpoint"), HandlerAdvice.class);
    it.onType("io.javalin.router.exception.ExceptionMapper")
        .when(present(JAVALIN_7))
        .advise(
            method("uncaughtException", "handleUnexpectedThrowable$javalin"), UncaughtAdvice.class);
  }
}
