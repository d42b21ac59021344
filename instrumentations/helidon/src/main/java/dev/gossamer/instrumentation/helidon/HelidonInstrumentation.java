package dev.gossamer.instrumentation.helidon;

import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/**
 * Advises what runs filters and routing of every request, whatever its protocol; it returns when
 * the answer is sent, as Helidon has one thread for each request and no asynchronous answers.
 */
public final class HelidonInstrumentation implements Instrumentation {
  private static final String HTTP = "io.helidon.webserver.http.";

  @Override
  public void describe(Description it) {
    it.named("helidon").supports("Helidon WebServer", "4.0 to 4.5");
    it.onType(HTTP + "Filters")
        .advise(
            method("filter")
                .takes(
                    "io.helidon.webserver.ConnectionContext",
                    HTTP + "RoutingRequest",
                    HTTP + "RoutingResponse",
                    "java.util.concurrent.Callable"),
            FiltersAdvice.class);
    it.onType(HTTP + "ErrorHandlers")
        .advise(
            method("unhandledError")
                .takes(
                    "io.helidon.webserver.ConnectionContext",
                    HTTP + "ServerRequest",
                    HTTP + "RoutingResponse",
                    "java.lang.Throwable"),
            ErrorAdvice.class);
    // Older versions do not have the method, and so no routes.
    it.onType(
            "io.helidon.webserver.http1.Http1ServerRequest",
            "io.helidon.webserver.http2.Http2ServerRequest")
        .advise(method("matchingPattern").takes("java.lang.String"), PatternAdvice.class);
  }
}
