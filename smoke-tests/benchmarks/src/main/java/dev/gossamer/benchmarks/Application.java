package dev.gossamer.benchmarks;

/** What is measured under each agent. */
enum Application {
  HELLO(
      0, "Hello world", "Prints a number, then waits for standard input to close, or ends at once"),
  CLASSES(0, "Ten thousand classes", "Loads ten thousand classes and uses no library at all"),
  SERVICE(2, "Small service", "Embedded Tomcat, HikariCP and H2: one query for each request"),
  GATEWAY(
      3,
      "WebFlux and WebClient",
      "A functional route that asks another route of the same server, on Reactor Netty"),
  KAFKA(
      3,
      "Kafka producer and consumer",
      "A servlet that sends a record at once, and a thread that polls for it; the broker runs"
          + " elsewhere"),
  CLINIC(0, "Spring Boot", "MVC, JPA, validation and actuator: seven entities, from a class path"),
  NETTY(1, "Netty 4.2", "Its HTTP codec and one handler that answers at once"),
  NETTY41(1, "Netty 4.1", "The same, whose class files are of Java 6"),
  UNDERTOW(1, "Undertow", "One handler that answers at once"),
  JETTY(1, "Jetty 12", "One handler without a servlet that answers at once"),
  WEBFLUX(1, "Spring WebFlux", "A functional route with a parameter, on Reactor Netty"),
  TOMCAT(1, "Tomcat 11", "One servlet that answers at once"),
  VERTX(1, "Vert.x Web 5", "A route with a parameter that answers at once"),
  GRIZZLY(1, "Grizzly 4", "One handler that answers at once"),
  HELIDON(1, "Helidon 4", "A route with a parameter that answers at once; Java 21 and later"),
  JDK(1, "The JDK's HttpServer", "One handler on eight threads that answers at once"),
  SUSTAINED(
      2,
      "Sustained load",
      "The small service at 20 000 requests a second, 40 000 spans, or what the machine can do; then"
          + " at as many while the collector stands still"),
  SIGNALS(
      2,
      "Small service, all signals",
      "The small service again, with metrics and logs exported as well, and lines by Logback");

  private final int spans;
  private final String title;
  private final String description;

  /**
   * @param spans see {@link #spans()}
   */
  Application(int spans, String title, String description) {
    this.spans = spans;
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

  /**
   * How many spans a request has at least; 0 where nobody counts them. A poll is no part of a
   * request, and some agents do not tell it.
   */
  int spans() {
    return spans;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }
}
