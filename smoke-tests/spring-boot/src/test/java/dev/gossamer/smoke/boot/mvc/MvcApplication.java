package dev.gossamer.smoke.boot.mvc;

import dev.gossamer.smoke.boot.Boot;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;

/** Spring MVC with JPA. */
@SpringBootApplication
@EnableAsync
public class MvcApplication {
  public static void main(String[] arguments) throws Exception {
    Boot.run(
        MvcApplication.class,
        Map.of(
            "server.servlet.context-path",
            "/shop",
            "spring.jpa.open-in-view",
            "false",
            "spring.jpa.hibernate.ddl-auto",
            "none",
            "spring.jpa.database-platform",
            "org.hibernate.dialect.H2Dialect"));
  }
}
