package dev.gossamer.instrumentation.javalin;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** {@link ServerRoutes} in Javalin, and handlers of other kinds; the argument is a folder. */
public final class JavalinApp {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private JavalinApp() {}

  public static void main(String[] arguments) throws Exception {
    Javalin app = JavalinRouting.create("/app", arguments[0], JavalinApp::declare);
    app.start("localhost", 0);
    TestApp.ready(app.port());
    TestApp.awaitStop();
    app.stop();
    THREADS.shutdown();
  }

  private static void declare(JavalinRouting routing) {
    routing.before(context -> context.attribute("before", true));
    routing.before("/path/*", context -> context.attribute("before", context.path()));
    routing.after("/path/*", context -> context.attribute("after", context.path()));
    routing.after("/users/*", context -> context.attribute("after", context.path()));
    for (String path : ServerRoutes.PATHS) {
      if (path.equals("/async")) {
        routing.get(path, JavalinApp::answerLater);
      } else if (path.equals("/body")) {
        routing.post(path, JavalinApp::answer);
      } else {
        routing.get(path, JavalinApp::answer);
      }
    }
    routing.get("/path/{id}/param", JavalinApp::answer);
    routing.get("/users/{id}", context -> context.result("user"));
    routing.get("/files/<path>", context -> context.result("file"));
    routing.get("unslashed/{id}", context -> context.result("unslashed"));
    routing.before(
        "/refused/*",
        context -> {
          throw new UnauthorizedResponse();
        });
    routing.get("/refused/{id}", context -> context.result("not reached"));
    routing.get(
        "/forbidden/{id}",
        context -> {
          throw new UnauthorizedResponse();
        });
    routing.before("/moved/*", context -> context.redirect("/app/success"));
    routing.get(
        "/mapped/{id}",
        context -> {
          throw new IllegalArgumentException("mapped");
        });
    routing.exception(
        IllegalArgumentException.class, (e, context) -> context.status(418).result("teapot"));
    routing.get(
        "/error/{id}",
        context -> {
          throw new AssertionError("not even an exception");
        });
    routing.get(
        "/failed-future/{id}",
        context -> context.future(() -> CompletableFuture.supplyAsync(JavalinApp::fail, THREADS)));
    routing.get("/abort/{id}", JavalinApp::writeUntilItFails);
    routing.sse(
        "/events/{topic}",
        client -> {
          client.sendEvent("first");
          client.sendEvent("second");
          client.close();
        });
    routing.ws("/socket/{id}", socket -> socket.onConnect(connection -> {}));
  }

  /** The client goes away at the first byte. */
  private static void writeUntilItFails(Context context) throws IOException {
    while (true) {
      context.outputStream().write(new byte[64 * 1024]);
      context.outputStream().flush();
    }
  }

  private static String fail() {
    throw new IllegalStateException("failed later");
  }

  private static void answerLater(Context context) {
    context.future(
        () ->
            CompletableFuture.runAsync(
                () -> {
                  try {
                    answer(context);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                },
                THREADS));
  }

  private static void answer(Context context) throws IOException {
    ServerRoutes.Answer answer = ServerRoutes.answer(new RoutesRequest(context));
    if (answer == null) {
      throw new IllegalStateException("no answer for " + context.path());
    }
    context.status(answer.status());
    answer.headers().forEach(context::header);
    context.result(answer.body());
  }

  private static final class RoutesRequest implements ServerRoutes.Request {
    private final Context context;

    RoutesRequest(Context context) {
      this.context = context;
    }

    @Override
    public String path() {
      return context.path().substring("/app".length());
    }

    @Override
    public @Nullable String query() {
      return context.queryString();
    }

    @Override
    public @Nullable String header(String name) {
      return context.header(name);
    }

    @Override
    public InputStream body() throws IOException {
      return context.req().getInputStream();
    }
  }
}
