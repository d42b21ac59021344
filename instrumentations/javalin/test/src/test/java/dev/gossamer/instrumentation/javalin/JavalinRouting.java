package dev.gossamer.instrumentation.javalin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseClient;
import io.javalin.http.staticfiles.Location;
import io.javalin.websocket.WsConfig;
import java.lang.reflect.Field;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How handlers are added, by reflection: what has the methods is another type in every major. */
final class JavalinRouting {
  private final Object routes;

  private JavalinRouting(Object routes) {
    this.routes = routes;
  }

  /** Creates an application with what {@code declaration} adds to it. */
  static Javalin create(String contextPath, String files, Consumer<JavalinRouting> declaration) {
    boolean declaredInConfiguration = field(JavalinConfig.class, "routes") != null;
    Javalin app =
        Javalin.create(
            configuration -> {
              Field router = field(JavalinConfig.class, "router");
              if (router == null) {
                router = field(JavalinConfig.class, "routing");
              }
              Object routing = value(router, configuration);
              set(field(routing.getClass(), "contextPath"), routing, contextPath);
              configuration.staticFiles.add(files, Location.EXTERNAL);
              if (declaredInConfiguration) {
                Field routes = field(JavalinConfig.class, "routes");
                declaration.accept(new JavalinRouting(value(routes, configuration)));
              }
            });
    if (!declaredInConfiguration) {
      declaration.accept(new JavalinRouting(app));
    }
    return app;
  }

  void before(Handler handler) {
    add("before", new Class<?>[] {Handler.class}, handler);
  }

  void before(String path, Handler handler) {
    add("before", new Class<?>[] {String.class, Handler.class}, path, handler);
  }

  void after(String path, Handler handler) {
    add("after", new Class<?>[] {String.class, Handler.class}, path, handler);
  }

  void get(String path, Handler handler) {
    add("get", new Class<?>[] {String.class, Handler.class}, path, handler);
  }

  void post(String path, Handler handler) {
    add("post", new Class<?>[] {String.class, Handler.class}, path, handler);
  }

  void exception(Class<? extends Exception> type, ExceptionHandler<Exception> handler) {
    add("exception", new Class<?>[] {Class.class, ExceptionHandler.class}, type, handler);
  }

  void sse(String path, Consumer<SseClient> handler) {
    add("sse", new Class<?>[] {String.class, Consumer.class}, path, handler);
  }

  void ws(String path, Consumer<WsConfig> handler) {
    add("ws", new Class<?>[] {String.class, Consumer.class}, path, handler);
  }

  private void add(String method, Class<?>[] parameters, Object... arguments) {
    try {
      routes.getClass().getMethod(method, parameters).invoke(routes, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Field field(Class<?> type, String name) {
    try {
      return type.getField(name);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static Object value(@Nullable Field field, Object owner) {
    if (field == null) {
      throw new IllegalStateException("no such field in " + owner);
    }
    try {
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(@Nullable Field field, Object owner, Object value) {
    if (field == null) {
      throw new IllegalStateException("no such field in " + owner);
    }
    try {
      field.set(owner, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
