package dev.gossamer.instrumentation.reactor;

import dev.gossamer.testing.app.TestApp;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Chains that hop; each command calls the URL it is given from an operator after the hop. Argument
 * {@code hooks}: with hooks of the application's own.
 */
final class ReactorApp {
  /** Threads of which the agent knows nothing: they were started before there was any context. */
  private static final ForeignThread FOREIGN = new ForeignThread();

  private static final Duration LONG = Duration.ofSeconds(30);

  private static final AtomicInteger HOOKED = new AtomicInteger();

  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  private static final Map<String, UnaryOperator<Flux<String>>> HOPS =
      Map.ofEntries(
          Map.entry("none", flux -> flux),
          Map.entry("publish-on", flux -> flux.publishOn(Schedulers.parallel())),
          Map.entry("subscribe-on", flux -> flux.subscribeOn(Schedulers.boundedElastic())),
          Map.entry("single", flux -> flux.publishOn(Schedulers.single())),
          Map.entry("from-executor", flux -> flux.publishOn(Schedulers.fromExecutor(POOL))),
          Map.entry("from-service", flux -> flux.publishOn(Schedulers.fromExecutorService(POOL))),
          Map.entry(
              "foreign-executor",
              flux -> flux.publishOn(Schedulers.fromExecutor(FOREIGN::execute, true))),
          Map.entry("delay", flux -> flux.delayElements(Duration.ofMillis(5))),
          Map.entry("mono-create", flux -> flux.concatMap(ReactorApp::created)),
          Map.entry("flat-map", flux -> flux.flatMap(ReactorApp::created)),
          Map.entry("flux-create", ReactorApp::createdFlux),
          Map.entry("future", flux -> flux.concatMap(ReactorApp::completed)),
          Map.entry("sink-one", flux -> flux.concatMap(ReactorApp::sunk)),
          Map.entry("sink-many", ReactorApp::sunkMany),
          Map.entry("own-publisher", flux -> flux.concatMap(OwnMono::new)),
          Map.entry("error", flux -> flux.concatMap(v -> failed().onErrorReturn(v))),
          Map.entry("retry", flux -> flux.concatMap(ReactorApp::retried)),
          Map.entry("interval", ReactorApp::ticked),
          Map.entry(
              "defer-context", flux -> flux.flatMap(v -> Mono.deferContextual(c -> created(v)))));

  private ReactorApp() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      Hooks.onEachOperator(
          Operators.lift(
              (scannable, subscriber) -> {
                HOOKED.incrementAndGet();
                return subscriber;
              }));
      Schedulers.onScheduleHook(
          "test",
          task -> {
            HOOKED.incrementAndGet();
            return task;
          });
    }
    HOPS.forEach(
        (name, hop) ->
            TestApp.command(
                name,
                url -> "" + hop.apply(Flux.just(url[0])).map(ReactorApp::call).blockLast(LONG)));
    TestApp.command("hops", none -> String.join(",", HOPS.keySet()));
    TestApp.command("hooked", none -> HOOKED.get() > 0 ? "yes" : "no");
    TestApp.serve();
  }

  private static int call(String url) {
    try {
      return TestApp.get(url);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Mono<String> created(String value) {
    return Mono.create(sink -> FOREIGN.execute(() -> sink.success(value)));
  }

  private static Flux<String> createdFlux(Flux<String> values) {
    return values.concatMap(
        value ->
            Flux.create(
                sink ->
                    FOREIGN.execute(
                        () -> {
                          sink.next(value);
                          sink.complete();
                        })));
  }

  private static Mono<String> completed(String value) {
    CompletableFuture<String> future = new CompletableFuture<>();
    Mono<String> mono = Mono.fromFuture(future);
    return mono.doOnSubscribe(s -> FOREIGN.execute(() -> future.complete(value)));
  }

  private static Mono<String> sunk(String value) {
    Sinks.One<String> sink = Sinks.one();
    return sink.asMono().doOnSubscribe(s -> FOREIGN.execute(() -> sink.tryEmitValue(value)));
  }

  private static Flux<String> sunkMany(Flux<String> values) {
    return values.concatMap(
        value -> {
          Sinks.Many<String> sink = Sinks.many().multicast().onBackpressureBuffer();
          FOREIGN.later(
              () -> sink.currentSubscriberCount() > 0,
              () -> {
                sink.tryEmitNext(value);
                sink.tryEmitComplete();
              });
          return sink.asFlux();
        });
  }

  private static Mono<String> failed() {
    return Mono.create(
        sink -> FOREIGN.execute(() -> sink.error(new IllegalStateException("on purpose"))));
  }

  private static Mono<String> retried(String value) {
    AtomicInteger tries = new AtomicInteger();
    return Mono.defer(() -> tries.incrementAndGet() < 3 ? failed() : created(value)).retry(3);
  }

  private static Flux<String> ticked(Flux<String> values) {
    // The buffer, as an interval fails where its first tick is earlier than the first request.
    return values.concatMap(
        v -> Flux.interval(Duration.ofMillis(5)).onBackpressureBuffer().take(1).map(i -> v));
  }

  /** A source that Reactor does not know. */
  private static final class OwnMono extends Mono<String> {
    private final String value;

    OwnMono(String value) {
      this.value = value;
    }

    @Override
    public void subscribe(CoreSubscriber<? super String> actual) {
      FOREIGN.execute(
          () -> {
            actual.onSubscribe(Operators.emptySubscription());
            actual.onNext(value);
            actual.onComplete();
          });
    }
  }
}
