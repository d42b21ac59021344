package dev.gossamer.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The agent's block of entries: class files by binary name, the index by its own. Thread-safe. */
final class InstrumentationClasses {
  private final Function<String, byte @Nullable []> entries;

  InstrumentationClasses(Function<String, byte @Nullable []> entries) {
    this.entries = entries;
  }

  byte @Nullable [] find(String name) {
    return entries.apply(name);
  }

  /** Start-up is over: what was unpacked for it may go. */
  @SuppressWarnings("ReturnValueIgnored") // The empty name has no entry.
  void settle() {
    entries.apply("");
  }
}
