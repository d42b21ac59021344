package dev.gossamer.telemetry;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.logging.LogAdapter;
import dev.gossamer.api.logging.LogRecords;
import dev.gossamer.api.logging.LoggedEvent;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An application in a JVM of its own whose agent consists of telemetry alone. */
public final class Probe {
  private Probe() {}

  /** The argument says what to do. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments[0].equals("early-logs")) {
      earlyLogs(Integer.parseInt(arguments[1]));
    }
    if (!arguments[0].equals("nothing")) {
      Thread thread = new Thread(new TelemetryStarter(), "gossamer");
      thread.setDaemon(true);
      thread.start();
    }
    switch (arguments[0]) {
      case "span" -> span();
      case "span-then-wait" -> {
        span();
        System.out.println("waiting");
        Thread.sleep(60_000);
      }
      case "early-logs" -> {
        Telemetry.openTelemetry();
        LogRecords.emit("late", new LineAdapter(), null);
      }
      case "forward" -> forward();
      default -> {}
    }
  }

  private static void earlyLogs(int count) {
    SpanContext context =
        SpanContext.create(
            "80f198ee56343ba864fe8b2a57d3eff7",
            "e457b5a2e4d86bd1",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    try (Scope ignored = Span.wrap(context).makeCurrent()) {
      for (int i = 0; i < count; i++) {
        LogRecords.emit("early " + i, new LineAdapter(), null);
      }
    }
  }

  private static final class LineAdapter implements LogAdapter<String> {
    @Override
    public String instrumentation() {
      return "lines";
    }

    @Override
    public String logger(String line) {
      return "logger";
    }

    @Override
    public long epochNanos(String line) {
      return System.currentTimeMillis() * 1_000_000;
    }

    @Override
    public Severity severity(String line) {
      return Severity.INFO;
    }

    @Override
    public @Nullable String severityText(String line) {
      return null;
    }

    @Override
    public String message(String line) {
      return line;
    }

    @Override
    public String template(String line) {
      return line;
    }

    @Override
    public @Nullable Throwable thrown(String line) {
      return null;
    }

    @Override
    public void attributes(String line, LoggedEvent to) {}
  }

  private static void span() {
    Telemetry.tracer("probe", "").spanBuilder("one").startSpan().end();
  }

  private static void forward() {
    Map<String, String> in =
        Map.of(
            "traceparent", "00-80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-01",
            "tracestate", "a=b,c=d",
            "baggage", "user=me");
    TextMapGetter<Map<String, String>> getter =
        new TextMapGetter<>() {
          @Override
          public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
          }

          @Override
          public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
          }
        };
    for (Map<String, String> headers : List.of(in, Map.<String, String>of())) {
      Context parent = Telemetry.propagator().extract(Context.root(), headers, getter);
      Context child =
          parent.with(Telemetry.tracer("probe", "").spanBuilder("x").setParent(parent).startSpan());
      Map<String, String> out = new TreeMap<>();
      Telemetry.propagator().inject(child, out, Map::put);
      System.out.println(out);
    }
  }
}
