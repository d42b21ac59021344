package dev.gossamer.testing;

import dev.gossamer.testing.app.TestApp;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;

/** An application that makes spans itself, so that the harness has something to receive. */
final class TrivialApp {
  private TrivialApp() {}

  public static void main(String[] arguments) throws Exception {
    SdkTracerProvider sdk =
        SdkTracerProvider.builder()
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder()
                            .setEndpoint(
                                System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") + "/v1/traces")
                            .build())
                    .setScheduleDelay(Duration.ofMillis(50))
                    .build())
            .build();
    Tracer tracer = sdk.get("trivial");
    Runtime.getRuntime().addShutdownHook(new Thread(sdk::close));
    TestApp.command(
        "span",
        name -> {
          tracer.spanBuilder(name[0]).startSpan().end();
          return "made " + name[0];
        });
    TestApp.command(
        "fence",
        url -> {
          tracer.spanBuilder("GET").setAttribute("url.full", url[0]).startSpan().end();
          return String.valueOf(TestApp.get(url[0]));
        });
    TestApp.command("env", name -> System.getenv(name[0]));
    TestApp.command("property", name -> System.getProperty(name[0]));
    TestApp.command(
        "fail",
        message -> {
          throw new IllegalStateException(message[0]);
        });
    TestApp.command(
        "print",
        text -> {
          System.err.println(text[0]);
          return "";
        });
    if (arguments.length > 0 && arguments[0].equals("serve")) {
      TestApp.serve();
    } else {
      TestApp.ready(0);
    }
    TestApp.awaitStop();
  }
}
