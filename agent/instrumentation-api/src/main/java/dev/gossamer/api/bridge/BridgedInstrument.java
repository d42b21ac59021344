package dev.gossamer.api.bridge;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** An instrument of the agent's, of longs or of doubles. Thread-safe. */
public final class BridgedInstrument {
  /** Takes a measurement. */
  interface Longs {
    void record(long value, Attributes attributes, Context context);
  }

  /** Takes a measurement. */
  interface Doubles {
    void record(double value, Attributes attributes, Context context);
  }

  private final @Nullable Longs longs;
  private final @Nullable Doubles doubles;

  private BridgedInstrument(@Nullable Longs longs, @Nullable Doubles doubles) {
    this.longs = longs;
    this.doubles = doubles;
  }

  static BridgedInstrument ofLongs(Longs longs) {
    return new BridgedInstrument(longs, null);
  }

  static BridgedInstrument ofDoubles(Doubles doubles) {
    return new BridgedInstrument(null, doubles);
  }

  /**
   * Nothing where it is an instrument of doubles.
   *
   * @param context of the agent's, for exemplars
   */
  public void record(long value, @Nullable BridgedAttributes attributes, Object context) {
    if (longs != null) {
      longs.record(value, BridgedAttributes.built(attributes), (Context) context);
    }
  }

  /**
   * Nothing where it is an instrument of longs.
   *
   * @param context of the agent's, for exemplars
   */
  public void record(double value, @Nullable BridgedAttributes attributes, Object context) {
    if (doubles != null) {
      doubles.record(value, BridgedAttributes.built(attributes), (Context) context);
    }
  }
}
