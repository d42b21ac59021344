package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.testing.app.TestApp;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application that makes spans by hand.
 *
 * <p>Arguments: {@code own} and an endpoint, where it brings an SDK; {@code wrapper}, where it puts
 * a wrapper around the storage of contexts.
 */
final class ApiApp {
  private static final AtomicInteger ATTACHED = new AtomicInteger();

  private ApiApp() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1) {
      ContextStorage.addWrapper(CountingStorage::new);
    }
    TestApp.command("program", a -> ApiProgram.run());
    TestApp.command("links", a -> done(NewerProgram::linksAndGauges));
    TestApp.command("values", a -> NewerProgram.values());
    TestApp.command("logs", a -> done(LogProgram::records));
    TestApp.command("log-values", a -> done(LogProgram::values));
    TestApp.command("log-events", a -> done(LogProgram::events));
    TestApp.command("log-exceptions", a -> done(LogProgram::exceptions));
    TestApp.command("joined", a -> joined(a[0]));
    TestApp.command("attached", a -> "" + ATTACHED.get());
    TestApp.command("undeploy", a -> Redeployed.undeploy());
    TestApp.command("mistyped", a -> done(ApiApp::mistyped));
    if (arguments.length == 2) {
      OpenTelemetrySdk sdk = OwnSdk.register(arguments[1]);
      TestApp.command("own-span", a -> ownSpan(sdk, a[0]));
      TestApp.serve();
      TestApp.awaitStop();
      OwnSdk.shutDown(sdk);
    } else {
      TestApp.serve();
      TestApp.awaitStop();
    }
  }

  private static String done(Runnable program) {
    program.run();
    return "done";
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void mistyped() {
    AttributeKey key = AttributeKey.stringKey("text");
    Span span = GlobalOpenTelemetry.getTracer("mistyped").spanBuilder("mistyped").startSpan();
    span.setAttribute(key, 7).setAttribute("number", 8).end();
  }

  /** Spans by hand around what the agent traces, and across a pool. */
  private static String joined(String url) throws Exception {
    Tracer tracer = GlobalOpenTelemetry.getTracer("joined");
    Span span = tracer.spanBuilder("outer").startSpan();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Scope ignored = span.makeCurrent()) {
      Span.current().setAttribute("by", "hand");
      TestApp.get(url);
      executor
          .submit(
              () -> {
                Span inner = tracer.spanBuilder("inner").startSpan();
                try (Scope current = Context.current().with(inner).makeCurrent()) {
                  return TestApp.get(url);
                } finally {
                  inner.end();
                }
              })
          .get();
    } finally {
      span.end();
      executor.shutdown();
    }
    return "done";
  }

  /** A span of the application's own SDK between spans of the agent's. */
  private static String ownSpan(OpenTelemetrySdk sdk, String url) throws Exception {
    Span span = sdk.getTracer("own").spanBuilder("own").startSpan();
    try (Scope ignored = span.makeCurrent()) {
      TestApp.get(url);
      return (Span.current() == span) + " " + GlobalOpenTelemetry.get().getClass().getSimpleName();
    } finally {
      span.end();
    }
  }

  private static final class CountingStorage implements ContextStorage {
    private final ContextStorage storage;

    CountingStorage(ContextStorage storage) {
      this.storage = storage;
    }

    @Override
    public Scope attach(Context context) {
      ATTACHED.incrementAndGet();
      return storage.attach(context);
    }

    @Override
    public Context current() {
      return storage.current();
    }

    @Override
    public Context root() {
      return storage.root();
    }
  }
}
