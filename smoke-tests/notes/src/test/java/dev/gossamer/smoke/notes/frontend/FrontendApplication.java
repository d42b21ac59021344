package dev.gossamer.smoke.notes.frontend;

import dev.gossamer.smoke.notes.Boot;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring MVC; {@code notes.url} says where the notes are. */
@SpringBootApplication
public class FrontendApplication {
  public static void main(String[] arguments) throws Exception {
    Boot.run(FrontendApplication.class, Map.of(), arguments);
  }
}
