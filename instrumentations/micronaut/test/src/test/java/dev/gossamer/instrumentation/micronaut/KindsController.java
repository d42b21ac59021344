package dev.gossamer.instrumentation.micronaut;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The kinds of handlers and answers that Micronaut has; most call the far end back. */
@Controller("/kinds")
class KindsController {
  /** What an error handler of the application takes. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Get(uri = "/loop/{id}", produces = MediaType.TEXT_PLAIN)
  String loop(String id) {
    return call(id);
  }

  @Get(uri = "/io/{id}", produces = MediaType.TEXT_PLAIN)
  @ExecuteOn(TaskExecutors.IO)
  String io(String id) {
    return call(id);
  }

  @Get(uri = "/blocking/{id}", produces = MediaType.TEXT_PLAIN)
  @ExecuteOn(TaskExecutors.BLOCKING)
  String blocking(String id) {
    return call(id);
  }

  @Get(uri = "/mono/{id}", produces = MediaType.TEXT_PLAIN)
  Mono<String> mono(String id) {
    return Mono.delay(Duration.ofMillis(5)).map(tick -> call(id));
  }

  @Get(uri = "/future/{id}", produces = MediaType.TEXT_PLAIN)
  CompletionStage<String> future(String id) {
    return CompletableFuture.supplyAsync(() -> call(id));
  }

  @Get(uri = "/stream/{id}", produces = MediaType.TEXT_PLAIN)
  Flux<String> stream(String id) {
    return ticks().map(tick -> tick == 2 ? call(id) : "part ");
  }

  @Get(uri = "/events/{id}", produces = MediaType.TEXT_EVENT_STREAM)
  Flux<Event<String>> events(String id) {
    return ticks().map(tick -> Event.of(call(id + tick)));
  }

  /** A little apart, and no faster than they are wanted. */
  private static Flux<Integer> ticks() {
    return Flux.range(0, 3).delayElements(Duration.ofMillis(5));
  }

  @Get(uri = "/search{?text,max}", produces = MediaType.TEXT_PLAIN)
  String search(@Nullable String text, @Nullable Integer max) {
    return text + max;
  }

  @Get("/file/{name}")
  SystemFile file(String name) {
    return new SystemFile(new File(System.getProperty(MicronautVersions.FILES), name));
  }

  @Get("/refusal/{id}")
  String refusal(String id) {
    throw new Refusal();
  }

  @Get("/failure/{id}")
  Mono<String> failure(String id) {
    return Mono.error(new IllegalStateException("failed later"));
  }

  @Get("/filtered/{id}")
  String filtered(String id) {
    return call(id);
  }

  @Get("/never/{id}")
  Flux<byte[]> never(String id) {
    return Flux.just("H".getBytes(StandardCharsets.US_ASCII)).concatWith(Mono.never());
  }

  @Post(uri = "/slow/{id}", consumes = MediaType.ALL, produces = MediaType.TEXT_PLAIN)
  String slow(String id, @Body String body) {
    return body + " " + call(id);
  }

  @Error(global = true, exception = Refusal.class)
  HttpResponse<String> refused(HttpRequest<?> request) {
    return HttpResponse.<String>status(HttpStatus.I_AM_A_TEAPOT).body("refused");
  }

  @Error(global = true, status = HttpStatus.NOT_FOUND)
  HttpResponse<String> notFound(HttpRequest<?> request) {
    return HttpResponse.<String>notFound().body("no such thing");
  }

  private static String call(String id) {
    try {
      TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/echo?id=" + id);
      return "called " + id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
