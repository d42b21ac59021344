package dev.gossamer.instrumentation.opentelemetryannotations;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Methods that return before they are done. Each command calls one, then a method whose span must
 * stand beside, not below, and only then brings the end about.
 */
final class Asynchronous {
  private Asynchronous() {}

  @WithSpan
  static String between() {
    return "between";
  }

  static String future(String end) {
    CompletableFuture<String> source = new CompletableFuture<>();
    switch (end) {
      case "done":
        source.complete("done");
        return String.valueOf(futureOf(source) == source);
      case "null":
        return String.valueOf(futureOf(null));
      default:
        CompletableFuture<String> result = futureOf(source);
        between();
        if (end.equals("fail")) {
          source.completeExceptionally(new IllegalStateException("no goods"));
        } else if (end.equals("cancel")) {
          source.cancel(true);
        } else {
          source.complete(end);
        }
        return String.valueOf(result == source);
    }
  }

  @WithSpan
  private static @Nullable CompletableFuture<String> futureOf(
      @Nullable CompletableFuture<String> source) {
    return source;
  }

  static String stage(String end) {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletionStage<String> result = stageOf(source);
    between();
    if (end.equals("fail")) {
      source.completeExceptionally(new IllegalStateException("no goods"));
    } else {
      source.complete(end);
    }
    return result.toCompletableFuture().handle((value, thrown) -> "ended").join();
  }

  @WithSpan
  private static CompletionStage<String> stageOf(CompletableFuture<String> source) {
    return source.thenApply(value -> value + value);
  }

  static String listenable(String end) {
    SettableFuture<String> source = SettableFuture.create();
    ListenableFuture<String> result = listenableOf(source);
    between();
    if (end.equals("fail")) {
      source.setException(new IllegalStateException("no goods"));
    } else if (end.equals("cancel")) {
      result.cancel(true);
    } else {
      source.set(end);
    }
    return String.valueOf(result == source) + result.isDone();
  }

  @WithSpan
  private static ListenableFuture<String> listenableOf(SettableFuture<String> source) {
    return source;
  }

  static String mono(String end) {
    if (end.equals("done")) {
      return String.valueOf(monoOf(Mono.just("done")).block());
    }
    Sinks.One<String> sink = Sinks.one();
    Mono<String> result = monoOf(sink.asMono().map(value -> value + inside()));
    StringBuilder seen = new StringBuilder();
    Disposable subscription =
        result
            .map(value -> value + between())
            .subscribe(seen::append, failure -> seen.append(failure.getMessage()));
    between();
    if (end.equals("fail")) {
      sink.tryEmitError(new IllegalStateException("no goods"));
    } else if (end.equals("cancel")) {
      subscription.dispose();
    } else {
      sink.tryEmitValue(end);
    }
    return seen.toString();
  }

  @WithSpan
  static String inside() {
    return "+";
  }

  @WithSpan
  private static Mono<String> monoOf(Mono<String> source) {
    return source;
  }

  static String flux(String end) {
    Flux<String> source = Flux.just("a", "b").delayElements(Duration.ofMillis(1));
    if (end.equals("fail")) {
      source = source.concatWith(Flux.error(new IllegalStateException("no goods")));
    }
    Flux<String> result = fluxOf(source);
    if (end.equals("cancel")) {
      return String.valueOf(result.take(1).collectList().block());
    }
    return String.valueOf(result.onErrorReturn("failed").collectList().block());
  }

  @WithSpan
  private static Flux<String> fluxOf(Flux<String> source) {
    return source;
  }
}
