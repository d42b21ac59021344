package dev.gossamer.instrumentation.vertx5;

import static dev.gossamer.api.description.Methods.method;
import static dev.gossamer.api.description.Requirement.present;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;

/** The end of a future goes to a type that Vert.x 4 does not have. */
public final class Vertx5Instrumentation implements Instrumentation {
  private static final String FUTURE = "io.vertx.core.impl.future.";

  @Override
  public void describe(Description it) {
    it.named("vertx-5", "vertx", "vertx-core");
    it.onType(
            FUTURE + "FutureBase",
            FUTURE + "FutureImpl",
            FUTURE + "SucceededFuture",
            FUTURE + "FailedFuture")
        .when(present("io.vertx.core.Completable"))
        .advise(method("onComplete").takes("io.vertx.core.Completable"), CompletableAdvice.class);
  }
}
