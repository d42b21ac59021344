package dev.gossamer.testing.jaxrs.app;

import dev.gossamer.testing.app.ServerRoutes;
import dev.gossamer.testing.app.TestApp;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;

/** What a resource method may do besides. */
@Path("cases")
public class CasesResource {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @GET
  public String itself() {
    return "itself";
  }

  @GET
  @Path("mapped")
  public String mapped() {
    throw new MappedException();
  }

  @GET
  @Path("missing")
  public String missing() {
    throw new NotFoundException();
  }

  @GET
  @Path("timeout")
  public void timeout(@Suspended AsyncResponse response) {
    response.setTimeout(50, TimeUnit.MILLISECONDS);
  }

  @GET
  @Path("resumed-with-exception")
  public void resumedWithException(@Suspended AsyncResponse response) {
    THREADS.execute(() -> response.resume(new MappedException()));
  }

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            TestApp.get(System.getProperty(ServerRoutes.CALLBACK) + "/echo?id=1");
            return "stage";
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        THREADS);
  }

  @GET
  @Path("files/{name}.{type}")
  public String file(@PathParam("name") String name, @PathParam("type") String type) {
    return name + " of " + type;
  }

  @GET
  @Path("rest/{rest: .*}")
  public String rest(@PathParam("rest") String rest) {
    return rest;
  }
}
