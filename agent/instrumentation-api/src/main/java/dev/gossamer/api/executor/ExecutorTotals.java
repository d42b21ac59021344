package dev.gossamer.api.executor;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/** Sums over the executors of one name; negative where none says. Used by the collecting thread. */
final class ExecutorTotals {
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("name");
  private static final long NONE = -1;

  final Attributes attributes;
  long active;
  long size;
  long max;
  long parallelism;
  long queued;

  /** Of all executors there ever were: a counter must not fall when one of them ends. */
  private long completed = NONE;

  ExecutorTotals(String name) {
    attributes = Attributes.of(NAME, name);
  }

  void begin() {
    active = NONE;
    size = NONE;
    max = NONE;
    parallelism = NONE;
    queued = NONE;
  }

  static long sum(long some, long more) {
    return some < 0 ? more : some + more;
  }

  void completed(long more) {
    completed = sum(completed, more);
  }

  long completed() {
    return completed;
  }
}
