package dev.gossamer.benchmarks;

/** What is measured under each agent. */
enum Application {
  HELLO("Hello world", "prints a number, then waits for standard input to close, or ends at once"),
  SERVICE("Small service", "embedded Tomcat, HikariCP and H2: one query for each request"),
  CLINIC("Spring Boot", "MVC, JPA, validation and actuator: seven entities, from a class path");

  private final String title;
  private final String description;

  Application(String title, String description) {
    this.title = title;
    this.description = description;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }
}
