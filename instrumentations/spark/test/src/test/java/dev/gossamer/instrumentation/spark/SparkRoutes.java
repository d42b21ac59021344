package dev.gossamer.instrumentation.spark;

import dev.gossamer.testing.app.ServerRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import spark.HaltException;
import spark.Request;
import spark.Response;
import spark.Spark;
import spark.servlet.SparkApplication;

/** {@link ServerRoutes} in Spark, and routes and filters of other kinds. */
public final class SparkRoutes implements SparkApplication {
  @Override
  public void init() {
    Spark.before("*", (request, response) -> request.attribute("before", true));
    Spark.before("/path/*", (request, response) -> request.attribute("before", request.pathInfo()));
    Spark.after("/path/*", (request, response) -> request.attribute("after", request.pathInfo()));
    Spark.after("*", (request, response) -> request.attribute("after", true));
    for (String path : ServerRoutes.PATHS) {
      if (path.equals("/body")) {
        Spark.post(path, SparkRoutes::answer);
      } else {
        Spark.get(path, SparkRoutes::answer);
      }
    }
    Spark.get("/path/:id/param", SparkRoutes::answer);
    Spark.get("/users/:id", (request, response) -> "user " + request.params(":id"));
    Spark.get("/files/*", (request, response) -> "file");
    Spark.get("unslashed/:id", (request, response) -> "unslashed");
    Spark.before("/refused/*", (request, response) -> halt(401, "refused"));
    Spark.get("/refused/:id", (request, response) -> "not reached");
    Spark.get(
        "/halted/:id",
        (request, response) -> {
          halt(403, "halted");
          return "";
        });
    Spark.before("/moved/*", (request, response) -> response.redirect("/success"));
    Spark.get(
        "/mapped/:id",
        (request, response) -> {
          throw new IllegalArgumentException("mapped");
        });
    Spark.get("/abort/:id", SparkRoutes::writeUntilItFails);
    Spark.exception(
        IllegalArgumentException.class,
        (e, request, response) -> {
          response.status(418);
          response.body("teapot");
        });
  }

  /** By reflection, because it returns something in later releases. */
  private static void halt(int status, String body) {
    try {
      Spark.class.getMethod("halt", int.class, String.class).invoke(null, status, body);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof HaltException) {
        throw (HaltException) e.getCause();
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The client goes away at the first byte. */
  private static Object writeUntilItFails(Request request, Response response) throws IOException {
    while (true) {
      response.raw().getOutputStream().write(new byte[64 * 1024]);
      response.raw().getOutputStream().flush();
    }
  }

  private static Object answer(Request request, Response response) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(new RoutesRequest(request));
    if (answer == null) {
      throw new IllegalStateException("no answer for " + request.pathInfo());
    }
    response.status(answer.status());
    answer.headers().forEach(response::header);
    return answer.body();
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final Request request;

    RoutesRequest(Request request) {
      this.request = request;
    }

    @Override
    public String path() {
      return request.pathInfo();
    }

    @Override
    public @Nullable String query() {
      return request.queryString();
    }

    @Override
    public @Nullable String header(String name) {
      return request.headers(name);
    }

    @Override
    public InputStream body() throws IOException {
      return request.raw().getInputStream();
    }
  }
}
