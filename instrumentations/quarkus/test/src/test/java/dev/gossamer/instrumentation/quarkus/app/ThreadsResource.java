package dev.gossamer.instrumentation.quarkus.app;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Methods on every kind of thread; each calls back, and answers with the name of the thread. */
@Path("threads")
public class ThreadsResource {
  private static final ExecutorService OWN = Executors.newFixedThreadPool(2);

  @GET
  @Path("blocking")
  @Blocking
  public String blocking() {
    return call("blocking");
  }

  @GET
  @Path("event-loop")
  @NonBlocking
  public String eventLoop() {
    return call("event-loop");
  }

  @GET
  @Path("subscribed-on")
  public Uni<String> subscribedOn() {
    return Uni.createFrom()
        .item(() -> call("subscribed-on"))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor());
  }

  @GET
  @Path("emitted-on")
  public Uni<String> emittedOn() {
    return Uni.createFrom()
        .item("emitted-on")
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(ThreadsResource::call);
  }

  @GET
  @Path("delayed")
  public Uni<String> delayed() {
    return Uni.createFrom()
        .item("delayed")
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(1))
        .map(ThreadsResource::call);
  }

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(() -> call("stage"), OWN);
  }

  /** Completed on a thread that knows of no request; what comes after it belongs to one again. */
  @GET
  @Path("after")
  public Uni<String> after() {
    CompletableFuture<String> elsewhere = CompletableFuture.supplyAsync(() -> "after", OWN);
    return Uni.createFrom()
        .completionStage(elsewhere)
        .emitOn(Infrastructure.getDefaultExecutor())
        .map(ThreadsResource::call);
  }

  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> events() {
    return Multi.createFrom()
        .items("events", "events", "events")
        .emitOn(Infrastructure.getDefaultExecutor())
        .map(ThreadsResource::call);
  }

  /** Goes on until the client is gone. */
  @GET
  @Path("endless")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> endless() {
    return Multi.createFrom().ticks().every(Duration.ofMillis(10)).map(String::valueOf);
  }

  static String call(String name) {
    try {
      TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/echo/" + name);
      return Thread.currentThread().getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
