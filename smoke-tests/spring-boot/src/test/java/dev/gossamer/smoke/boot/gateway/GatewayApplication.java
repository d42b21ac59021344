package dev.gossamer.smoke.boot.gateway;

import dev.gossamer.smoke.boot.Boot;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sends owners to the first argument, a URL, and errands to the second, where nobody listens. */
@SpringBootApplication
public class GatewayApplication {
  public static void main(String[] arguments) throws Exception {
    Map<String, Object> properties = new HashMap<>();
    // The gateway of Spring Cloud 2025.1 works on later versions of Boot than it was made for.
    properties.put("spring.cloud.compatibility-verifier.enabled", false);
    route(properties, 0, "/shop/owners/{ownerId}", arguments[0]);
    route(properties, 1, "/shop/errands/**", arguments[1]);
    Boot.run(GatewayApplication.class, properties);
  }

  private static void route(
      Map<String, Object> properties, int index, String pattern, String target) {
    String route = "spring.cloud.gateway.server.webflux.routes[" + index + "].";
    properties.put(route + "id", "route" + index);
    properties.put(route + "uri", target);
    properties.put(route + "predicates[0]", "Path=" + pattern);
  }
}
