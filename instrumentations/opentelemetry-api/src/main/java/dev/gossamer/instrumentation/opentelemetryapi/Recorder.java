package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedInstrument;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Hands measurements on to an instrument of the agent's. */
abstract class Recorder {
  private final BridgedInstrument instrument;

  Recorder(BridgedInstrument instrument) {
    this.instrument = instrument;
  }

  final void pass(long value, @Nullable Attributes attributes, @Nullable Context context) {
    instrument.record(value, AttributeCopies.of(attributes), agent(context));
  }

  final void pass(double value, @Nullable Attributes attributes, @Nullable Context context) {
    instrument.record(value, AttributeCopies.of(attributes), agent(context));
  }

  private static Object agent(@Nullable Context context) {
    return context == null ? AgentContext.CONTEXTS.current() : AgentContext.of(context).agent();
  }
}
