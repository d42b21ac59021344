package dev.gossamer.instrumentation.reactor;

import static dev.gossamer.api.description.Methods.constructor;
import static dev.gossamer.api.description.Methods.method;

import dev.gossamer.api.description.Description;
import dev.gossamer.api.description.Instrumentation;
import dev.gossamer.api.description.Types;

/**
 * What the executors underneath leave open: signals of threads that belong to nobody, and tasks
 * that do not pass through a pool one by one. No hook of the application is touched.
 */
public final class ReactorInstrumentation implements Instrumentation {
  private static final String PUBLISHER = "reactor.core.publisher.";
  private static final String SCHEDULER = "reactor.core.scheduler.";
  private static final String SUBSCRIBER = "reactor.core.CoreSubscriber";

  /**
   * Reactor's own sources that hand on what any thread tells them, or one subscription of which
   * serves several subscribers; those of 3.4 that are gone since, too.
   */
  private static final String[] SOURCES = {
    "DirectProcessor",
    "EmitterProcessor",
    "FluxCreate",
    "FluxInterval",
    "FluxPublish",
    "FluxRefCount",
    "FluxRefCountGrace",
    "FluxReplay",
    "FluxSource",
    "FluxSourceFuseable",
    "MonoCacheInvalidateIf",
    "MonoCacheInvalidateWhen",
    "MonoCacheTime",
    "MonoCompletionStage",
    "MonoCreate",
    "MonoFromPublisher",
    "MonoIgnorePublisher",
    "MonoSource",
    "MonoSourceFuseable",
    "NextProcessor",
    "ReplayProcessor",
    "SinkEmptyMulticast",
    "SinkManyBestEffort",
    "SinkManyEmitterProcessor",
    "SinkManyReplayProcessor",
    "SinkManyUnicast",
    "SinkManyUnicastNoBackpressure",
    "SinkOneMulticast",
    "UnicastManySinkNoBackpressure",
    "UnicastProcessor",
  };

  @Override
  public void describe(Description it) {
    it.named("reactor", "reactor-3.1", "reactor-3.4").supports("Reactor Core", "3.4 to 3.8");
    String[] sources = new String[SOURCES.length];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = PUBLISHER.concat(SOURCES[i]);
    }
    subscribed(it.onType(sources));
    // What other libraries and applications bring may signal from anywhere.
    subscribed(it.onSubtypesOf(PUBLISHER + "Flux", PUBLISHER + "Mono").except(PUBLISHER));

    it.onType(
            SCHEDULER + "ExecutorScheduler$ExecutorPlainRunnable",
            SCHEDULER + "ExecutorScheduler$ExecutorTrackedRunnable")
        .carryState()
        .advise(constructor(), TaskMadeAdvice.class)
        .advise(method("run").takes(), TaskRunAdvice.class);
    // On virtual threads: the end of one task starts the thread of the next.
    it.onType(SCHEDULER + "BoundedElasticThreadPerTaskScheduler$SchedulerTask")
        .carryState()
        .advise(constructor(), TaskMadeAdvice.class)
        .advise(method("call").takes(), TaskRunAdvice.class);
  }

  private static void subscribed(Types sources) {
    sources
        .advise(method("subscribe").takes(SUBSCRIBER), SubscribeAdvice.class)
        .advise(method("subscribeOrReturn").takes(SUBSCRIBER), SubscribeAdvice.class);
  }
}
