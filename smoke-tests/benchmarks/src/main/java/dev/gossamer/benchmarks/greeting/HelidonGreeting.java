package dev.gossamer.benchmarks.greeting;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Argument: port.
 *
 * <p>By reflection: Helidon's class files are of Java 21, those here of 17.
 */
final class HelidonGreeting {
  private HelidonGreeting() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Class<?> handler = Class.forName("io.helidon.webserver.http.Handler");
    Class<?> routing = Class.forName("io.helidon.webserver.http.HttpRouting$Builder");
    Method send =
        Class.forName("io.helidon.webserver.http.ServerResponse").getMethod("send", Object.class);
    Object greet =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, values) ->
                method.getName().equals("handle") ? send.invoke(values[1], "hello") : null);
    Object greetings = Array.newInstance(handler, 1);
    Array.set(greetings, 0, greet);
    Method get = routing.getMethod("get", String.class, greetings.getClass());
    Consumer<Object> routes =
        builder -> {
          try {
            get.invoke(builder, "/greetings/{id}", greetings);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        };
    Class<?> builderType = Class.forName("io.helidon.webserver.WebServerConfig$Builder");
    Object builder =
        Class.forName("io.helidon.webserver.WebServer").getMethod("builder").invoke(null);
    builderType.getMethod("host", String.class).invoke(builder, "localhost");
    builderType.getMethod("port", int.class).invoke(builder, Integer.parseInt(arguments[0]));
    builderType.getMethod("routing", Consumer.class).invoke(builder, routes);
    Object server = builderType.getMethod("build").invoke(builder);
    Class.forName("io.helidon.webserver.WebServer").getMethod("start").invoke(server);
  }
}
