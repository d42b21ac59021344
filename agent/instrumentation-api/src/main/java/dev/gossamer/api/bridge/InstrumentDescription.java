package dev.gossamer.api.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instrument is to be. Not thread-safe. */
public final class InstrumentDescription {
  /** The instruments of the metrics API. */
  public enum Kind {
    COUNTER,
    UP_DOWN_COUNTER,
    HISTOGRAM,
    GAUGE
  }

  final String name;
  final Kind kind;
  boolean doubles;
  String unit = "";
  String description = "";
  @Nullable List<Double> boundaries;
  @Nullable List<Long> longBoundaries;

  public InstrumentDescription(Kind kind, boolean doubles, String name) {
    this.kind = kind;
    this.doubles = doubles;
    this.name = name;
  }

  /** Of doubles from now on, or of longs. */
  public void doubles(boolean ofDoubles) {
    doubles = ofDoubles;
  }

  public void unit(String newUnit) {
    unit = newUnit;
  }

  public void description(String newDescription) {
    description = newDescription;
  }

  /** Of a histogram's buckets. */
  public void boundaries(List<Double> newBoundaries) {
    boundaries = newBoundaries;
  }

  /** Of the buckets of a histogram of longs. */
  public void longBoundaries(List<Long> newBoundaries) {
    longBoundaries = newBoundaries;
  }
}
