package dev.gossamer.smoke.boot.flux;

import dev.gossamer.smoke.boot.Boot;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring WebFlux with JDBC on {@code boundedElastic}. */
@SpringBootApplication
public class FluxApplication {
  public static void main(String[] arguments) throws Exception {
    Boot.run(FluxApplication.class, Map.of("spring.webflux.base-path", "/shop"));
  }
}
