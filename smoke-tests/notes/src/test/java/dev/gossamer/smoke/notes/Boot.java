package dev.gossamer.smoke.notes;

import dev.gossamer.testing.app.TestApp;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs a service of Spring Boot until the test ends it. */
public final class Boot {
  private Boot() {}

  /**
   * Runs it.
   *
   * @param more properties of its own
   * @param arguments properties, too, {@code --name=value}
   */
  public static void run(Class<?> service, Map<String, Object> more, String[] arguments)
      throws Exception {
    SpringApplication spring = new SpringApplication(service);
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("server.port", "0");
    properties.put("spring.main.banner-mode", "off");
    // What goes wrong is in the report of a failed test.
    properties.put("logging.threshold.console", "WARN");
    properties.put(
        "logging.pattern.file",
        "%d %level [%thread] %logger trace_id=%X{trace_id} span_id=%X{span_id} - %message%n");
    spring.setDefaultProperties(properties);
    try (ConfigurableApplicationContext context = spring.run(arguments)) {
      TestApp.ready(
          context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      TestApp.awaitStop();
    }
  }
}
