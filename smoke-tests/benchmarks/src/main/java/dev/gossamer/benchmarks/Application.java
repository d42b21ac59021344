package dev.gossamer.benchmarks;

/** What is measured under each agent. */
enum Application {
  HELLO("Hello world", "prints a number, then waits for standard input to close, or ends at once"),
  CLASSES("Ten thousand classes", "loads ten thousand classes and uses no library at all"),
  SERVICE("Small service", "embedded Tomcat, HikariCP and H2: one query for each request"),
  GATEWAY(
      "WebFlux and WebClient",
      "a functional route that asks another route of the same server, on Reactor Netty"),
  CLINIC("Spring Boot", "MVC, JPA, validation and actuator: seven entities, from a class path"),
  NETTY("Netty 4.2", "its HTTP codec and one handler that answers at once"),
  NETTY41("Netty 4.1", "the same, whose class files are of Java 6"),
  UNDERTOW("Undertow", "one handler that answers at once"),
  JETTY("Jetty 12", "one handler without a servlet that answers at once"),
  WEBFLUX("Spring WebFlux", "a functional route with a parameter, on Reactor Netty"),
  TOMCAT("Tomcat 11", "one servlet that answers at once"),
  VERTX("Vert.x Web 5", "a route with a parameter that answers at once"),
  GRIZZLY("Grizzly 4", "one handler that answers at once"),
  HELIDON("Helidon 4", "a route with a parameter that answers at once; Java 21 and later"),
  JDK("The JDK's HttpServer", "one handler on eight threads that answers at once"),
  SIGNALS(
      "Small service, all signals",
      "is the small service again, with metrics and logs exported as well, and lines by Logback");

  private final String title;
  private final String description;

  Application(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** Whether it is here for what a request costs, beside the agent that it is a drop-in for. */
  boolean isServer() {
    return compareTo(CLINIC) > 0;
  }

  /** The oldest Java that it runs on. */
  int leastJava() {
    return this == HELIDON ? 21 : 17;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }
}
