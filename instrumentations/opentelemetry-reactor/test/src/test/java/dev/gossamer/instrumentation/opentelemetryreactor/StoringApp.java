package dev.gossamer.instrumentation.opentelemetryreactor;

import dev.gossamer.testing.app.TestApp;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.reactor.v3_1.ContextPropagationOperator;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores a span that is never current by itself. */
final class StoringApp {
  private StoringApp() {}

  public static void main(String[] arguments) throws Exception {
    TestApp.command("store", a -> withSpan(context -> stored(a[0], context)));
    TestApp.command("run-mono", a -> withSpan(context -> ranMono(a[0], context)));
    TestApp.command("run-flux", a -> withSpan(context -> ranFlux(a[0], context)));
    TestApp.command("none", a -> "" + signalledElsewhere(a[0]).block());
    TestApp.serve();
    TestApp.awaitStop();
  }

  private interface Use {
    Mono<Integer> in(Context context);
  }

  private static String withSpan(Use use) {
    Span span = GlobalOpenTelemetry.getTracer("storing").spanBuilder("stored").startSpan();
    try {
      return "" + use.in(Context.current().with(span)).block();
    } finally {
      span.end();
    }
  }

  private static Mono<Integer> stored(String url, Context context) {
    return signalledElsewhere(url)
        .contextWrite(it -> ContextPropagationOperator.storeOpenTelemetryContext(it, context));
  }

  private static Mono<Integer> ranMono(String url, Context context) {
    return ContextPropagationOperator.runWithContext(
        Mono.fromCallable(() -> TestApp.get(url)), context);
  }

  private static Mono<Integer> ranFlux(String url, Context context) {
    Flux<Integer> flux =
        ContextPropagationOperator.runWithContext(
            Flux.defer(() -> Flux.just(url)).map(StoringApp::get), context);
    return flux.next();
  }

  private static Mono<Integer> signalledElsewhere(String url) {
    return Mono.fromFuture(
            () -> {
              CompletableFuture<String> future = new CompletableFuture<>();
              new Thread(() -> future.complete(url), "elsewhere").start();
              return future;
            })
        .map(StoringApp::get);
  }

  private static int get(String url) {
    try {
      return TestApp.get(url);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
