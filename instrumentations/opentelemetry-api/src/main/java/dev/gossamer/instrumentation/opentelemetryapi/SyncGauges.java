package dev.gossamer.instrumentation.opentelemetryapi;

import dev.gossamer.api.bridge.BridgedInstrument;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.context.Context;

/** Gauges that are told, which the API has since 1.38: only loaded where they exist. */
final class SyncGauges {
  private SyncGauges() {}

  static DoubleGauge ofDoubles(BridgedInstrument instrument) {
    return new AgentDoubleGauge(instrument);
  }

  static LongGauge ofLongs(BridgedInstrument instrument) {
    return new AgentLongGauge(instrument);
  }

  private static final class AgentDoubleGauge extends Recorder implements DoubleGauge {
    AgentDoubleGauge(BridgedInstrument instrument) {
      super(instrument);
    }

    @Override
    public void set(double value) {
      pass(value, null, null);
    }

    @Override
    public void set(double value, Attributes attributes) {
      pass(value, attributes, null);
    }

    @Override
    public void set(double value, Attributes attributes, Context context) {
      pass(value, attributes, context);
    }
  }

  private static final class AgentLongGauge extends Recorder implements LongGauge {
    AgentLongGauge(BridgedInstrument instrument) {
      super(instrument);
    }

    @Override
    public void set(long value) {
      pass(value, null, null);
    }

    @Override
    public void set(long value, Attributes attributes) {
      pass(value, attributes, null);
    }

    @Override
    public void set(long value, Attributes attributes, Context context) {
      pass(value, attributes, context);
    }
  }
}
