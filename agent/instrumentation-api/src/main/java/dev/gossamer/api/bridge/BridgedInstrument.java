package dev.gossamer.api.bridge;

import org.jspecify.annotations.Nullable;

/** An instrument of the agent's, of longs or of doubles. Thread-safe. */
public abstract class BridgedInstrument {
  BridgedInstrument() {}

  /**
   * @param context of the agent's, for exemplars
   */
  public void record(long value, @Nullable BridgedAttributes attributes, Object context) {
    throw new UnsupportedOperationException("an instrument of doubles");
  }

  /**
   * @param context of the agent's, for exemplars
   */
  public void record(double value, @Nullable BridgedAttributes attributes, Object context) {
    throw new UnsupportedOperationException("an instrument of longs");
  }
}
