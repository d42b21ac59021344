package dev.gossamer.engine.weave;

import org.jspecify.annotations.Nullable;

/** Stands for {@code java.lang.GossamerState}. */
public interface StateDouble {
  @Nullable Object gossamerState();

  void gossamerState(@Nullable Object state);
}
