package dev.gossamer.benchmarks;

/** What is measured under each agent. */
enum Application {
  HELLO("Hello world", "Prints a number, then waits for standard input to close, or ends at once"),
  CLASSES("Ten thousand classes", "Loads ten thousand classes and uses no library at all"),
  SERVICE("Small service", "Embedded Tomcat, HikariCP and H2: one query for each request"),
  GATEWAY(
      "WebFlux and WebClient",
      "A functional route that asks another route of the same server, on Reactor Netty"),
  KAFKA(
      "Kafka producer and consumer",
      "A servlet that sends a record at once, and a thread that polls for it; the broker runs"
          + " elsewhere"),
  CLINIC("Spring Boot", "MVC, JPA, validation and actuator: seven entities, from a class path"),
  NETTY("Netty 4.2", "Its HTTP codec and one handler that answers at once"),
  NETTY41("Netty 4.1", "The same, whose class files are of Java 6"),
  UNDERTOW("Undertow", "One handler that answers at once"),
  JETTY("Jetty 12", "One handler without a servlet that answers at once"),
  WEBFLUX("Spring WebFlux", "A functional route with a parameter, on Reactor Netty"),
  TOMCAT("Tomcat 11", "One servlet that answers at once"),
  VERTX("Vert.x Web 5", "A route with a parameter that answers at once"),
  GRIZZLY("Grizzly 4", "One handler that answers at once"),
  HELIDON("Helidon 4", "A route with a parameter that answers at once; Java 21 and later"),
  JDK("The JDK's HttpServer", "One handler on eight threads that answers at once"),
  SUSTAINED(
      "Sustained load",
      "The small service at 20 000 requests a second, 40 000 spans, or what the machine can do; then"
          + " at as many while the collector stands still"),
  SIGNALS(
      "Small service, all signals",
      "The small service again, with metrics and logs exported as well, and lines by Logback");

  private final String title;
  private final String description;

  Application(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** Whether it is one of the servers that are here for what a request costs. */
  boolean isServer() {
    return compareTo(NETTY) >= 0 && compareTo(JDK) <= 0;
  }

  /** Whether it runs beside the agent only that ours is a drop-in for. */
  boolean isBesideOneOnly() {
    return compareTo(NETTY) >= 0;
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
