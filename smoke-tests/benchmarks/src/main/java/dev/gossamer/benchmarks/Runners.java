package dev.gossamer.benchmarks;

import dev.gossamer.benchmarks.Server.Trait;
import dev.gossamer.benchmarks.many.Kinds;
import dev.gossamer.testing.Libraries;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How each application is started and asked. */
final class Runners {
  private final Harness harness;

  Runners(Harness harness) {
    this.harness = harness;
  }

  /** What measures this application. */
  Runner runner(Application application) {
    return switch (application) {
      case HELLO ->
          new HelloRunner(harness, "hello", "dev.gossamer.benchmarks.hello.Hello", List.of());
      case CLASSES ->
          new HelloRunner(
              harness, "classes", "dev.gossamer.benchmarks.many.Kinds", List.of(manyClasses()));
      case SERVICE -> service(application, "service", serviceTraits());
      case SUSTAINED -> service(application, "service", EnumSet.of(Trait.SUSTAINED));
      case SIGNALS ->
          service(
              application,
              "signals",
              EnumSet.of(Trait.ALL_SIGNALS, Trait.TELLS_ALLOCATION, Trait.TOGETHER));
      case GATEWAY ->
          server(
              new Server(
                  classPath("gateway", Libraries.named("webflux")),
                  "dev.gossamer.benchmarks.greeting.Gateway",
                  List.of("PORT"),
                  "/greetings/7",
                  harness.settings().loadRounds(),
                  application.spans(),
                  EnumSet.of(Trait.TOGETHER)));
      case KAFKA ->
          new KafkaRunner(
              harness,
              classPath("kafka", Libraries.named("kafka")),
              joined(Libraries.named("broker")));
      case CLINIC ->
          server(
              new Server(
                  "clinic",
                  "dev.gossamer.benchmarks.clinic.Clinic",
                  List.of("--server.port=PORT"),
                  "/owners/1",
                  0,
                  application.spans(),
                  harness.settings().quick()
                      ? EnumSet.of(Trait.STARTS)
                      : EnumSet.of(Trait.STARTS, Trait.FIRST_REQUESTS)));
      case NETTY, NETTY41 -> greeting(application, "NettyGreeting");
      case UNDERTOW -> greeting(application, "UndertowGreeting");
      case JETTY -> greeting(application, "JettyGreeting");
      case WEBFLUX -> greeting(application, "WebFluxGreeting");
      case TOMCAT -> greeting(application, "TomcatGreeting");
      case VERTX -> greeting(application, "VertxGreeting");
      case GRIZZLY -> greeting(application, "GrizzlyGreeting");
      case HELIDON -> greeting(application, "HelidonGreeting");
      case JDK -> greeting(application, "JdkGreeting");
    };
  }

  /** In a quarter of an hour, each of the dear things can be done with one application only. */
  private Set<Trait> serviceTraits() {
    Set<Trait> traits = EnumSet.of(Trait.FIRST_REQUESTS, Trait.TELLS_ALLOCATION, Trait.TOGETHER);
    if (!harness.settings().quick()) {
      traits.add(Trait.STARTS);
    }
    return traits;
  }

  private ServerRunner server(Server server) {
    return new ServerRunner(harness, server);
  }

  private Runner service(Application application, String key, Set<Trait> traits) {
    return server(
        new Server(
            key,
            "dev.gossamer.benchmarks.service.ItemService",
            List.of("PORT", "FOLDER"),
            "/items?id=7",
            harness.settings().loadRounds(),
            application.spans(),
            traits));
  }

  private Runner greeting(Application application, String mainClass) {
    String key = application.name().toLowerCase(Locale.ROOT);
    classPath(key, application == Application.JDK ? List.of() : Libraries.named(key));
    return server(
        new Server(
            key,
            "dev.gossamer.benchmarks.greeting." + mainClass,
            List.of("PORT", "FOLDER"),
            "/greetings/7",
            harness.settings().loadRounds(),
            application.spans(),
            EnumSet.of(Trait.TOGETHER)));
  }

  private Path manyClasses() {
    Path jar = harness.logs().resolve("many-classes.jar");
    try {
      Kinds.write(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /** Writes down what an application runs with, and gives back its key. */
  private String classPath(String key, List<Path> jars) {
    try {
      Files.writeString(harness.settings().target().resolve(key + ".classpath"), joined(jars));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return key;
  }

  private static String joined(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
