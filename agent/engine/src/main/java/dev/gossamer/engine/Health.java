package dev.gossamer.engine;

import dev.gossamer.api.Failures;
import dev.gossamer.api.Telemetry;
import dev.gossamer.config.AgentLog;
import dev.gossamer.engine.index.AdviceMethod;
import dev.gossamer.engine.index.Index;
import dev.gossamer.engine.index.Instrumented;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts what goes wrong, per instrumentation, tells of the first time, and says when it is too
 * much. Thread-safe; never throws.
 */
final class Health {
  /**
   * An instrumentation whose advice failed this often is switched off. High enough that a handful
   * of odd requests does not blind the operator, low enough that a broken one costs little.
   */
  static final int MOST_FAILURES = 100;

  private final Index index;
  private final AtomicIntegerArray adviceFailures;
  private final AtomicIntegerArray weavingFailures;
  private final AtomicIntegerArray woven;
  private final AtomicIntegerArray misshapen;
  private final CallSites[] callSites;

  Health(Index index) {
    this.index = index;
    int count = index.instrumentations();
    adviceFailures = new AtomicIntegerArray(count);
    weavingFailures = new AtomicIntegerArray(count);
    woven = new AtomicIntegerArray(count);
    misshapen = new AtomicIntegerArray(count);
    callSites = new CallSites[count];
    for (int i = 0; i < count; i++) {
      callSites[i] = new CallSites();
    }
  }

  /** The call sites that go when the instrumentation is switched off. */
  CallSites callSites(Instrumented instrumentation) {
    return callSites[instrumentation.id()];
  }

  /** How often its advice failed or could not be linked. */
  int failures(Instrumented instrumentation) {
    return adviceFailures.get(instrumentation.id());
  }

  boolean isSwitchedOff(Instrumented instrumentation) {
    return adviceFailures.get(instrumentation.id()) >= MOST_FAILURES;
  }

  /** Advice threw, or could not be linked. */
  void adviceFailed(AdviceMethod advice, Throwable cause) {
    int id = advice.instrumentation().id();
    int count = adviceFailures.incrementAndGet(id);
    if (count != 1 && count != MOST_FAILURES) {
      return;
    }
    String name = advice.instrumentation().displayName();
    if (count == 1) {
      String line =
          "instrumentation "
              .concat(name)
              .concat(": ")
              .concat(advice.toString())
              .concat(" failed, the application goes on without it: ")
              .concat(text(cause));
      AgentLog.warn(line);
      if (AgentLog.isDebug()) {
        AgentLog.debug(line, cause);
      }
    } else {
      callSites[id].switchOff();
      AgentLog.warn(
          "instrumentation "
              .concat(name)
              .concat(" failed ")
              .concat(Integer.toString(MOST_FAILURES))
              .concat(
                  " times and is switched off until the JVM restarts; OTEL_JAVAAGENT_DEBUG=true")
              .concat(" shows why"));
    }
  }

  /** A class could not be woven. */
  void weavingFailed(Instrumented instrumentation, String className, Throwable cause) {
    int count = weavingFailures.incrementAndGet(instrumentation.id());
    String line =
        "instrumentation "
            .concat(instrumentation.displayName())
            .concat(": ")
            .concat(className.replace('/', '.'))
            .concat(" cannot be woven and stays as it is: ")
            .concat(text(cause));
    if (count == 1) {
      AgentLog.warn(line);
    }
    if (AgentLog.isDebug()) {
      AgentLog.debug(line, cause);
    }
  }

  void woven(Instrumented instrumentation) {
    woven.incrementAndGet(instrumentation.id());
  }

  /** A loader's library lacks something the instrumentation needs. */
  void misshapen(Instrumented instrumentation) {
    misshapen.incrementAndGet(instrumentation.id());
  }

  /**
   * One debug line per instrumentation that did anything, and one for spans that were too early.
   */
  void report() {
    if (Telemetry.missed() > 0) {
      AgentLog.debug(
          "spans not recorded because telemetry was not up in time: " + Telemetry.missed());
    }
    for (int i = 0; i < index.instrumentations(); i++) {
      long failed = adviceFailures.get(i) + Failures.count(index.instrumentation(i).displayName());
      if (woven.get(i) + misshapen.get(i) + weavingFailures.get(i) + failed > 0) {
        AgentLog.debug(
            index.instrumentation(i).displayName()
                + ": classes woven "
                + woven.get(i)
                + ", classes not weavable "
                + weavingFailures.get(i)
                + ", class loaders with another shape of the library "
                + misshapen.get(i)
                + ", failures of its code "
                + failed);
      }
    }
  }

  private static String text(Throwable cause) {
    try {
      return cause.toString();
    } catch (Throwable unprintable) {
      return cause.getClass().getName();
    }
  }
}
