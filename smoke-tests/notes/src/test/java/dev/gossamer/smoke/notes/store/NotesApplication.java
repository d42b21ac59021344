package dev.gossamer.smoke.notes.store;

import dev.gossamer.smoke.notes.Boot;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring MVC over H2 by HikariCP; {@code tags.url} and {@code audit.url} say who else there is. */
@SpringBootApplication
public class NotesApplication {
  public static void main(String[] arguments) throws Exception {
    // Makes its tables by itself, so that no statement of the start is a span.
    String database =
        "jdbc:h2:mem:notes;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:notes.sql'";
    Boot.run(NotesApplication.class, Map.of("spring.datasource.url", database), arguments);
  }
}
