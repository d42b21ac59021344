package dev.gossamer.instrumentation.quarkus.app;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Quarkus refuses to build this with a JDK that has no virtual threads. */
@Path("threads/virtual")
public class VirtualThreadsResource {
  @GET
  @RunOnVirtualThread
  public String virtual() {
    return ThreadsResource.call("virtual");
  }
}
