package dev.gossamer.smoke.boot;

import dev.gossamer.testing.app.TestApp;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs an application until the test ends it. */
public final class Boot {
  private Boot() {}

  /** The database makes its table by itself, so that no statement of the start is in a trace. */
  public static void run(Class<?> application, Map<String, Object> more) throws Exception {
    SpringApplication spring = new SpringApplication(application);
    Map<String, Object> properties = new java.util.HashMap<>(more);
    properties.put("server.port", "0");
    properties.put("spring.main.banner-mode", "off");
    properties.put("logging.level.root", "OFF");
    properties.put(
        "spring.datasource.url",
        "jdbc:h2:mem:owners;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:owners.sql'");
    spring.setDefaultProperties(properties);
    try (ConfigurableApplicationContext context = spring.run()) {
      TestApp.ready(
          context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      TestApp.awaitStop();
    }
  }
}
