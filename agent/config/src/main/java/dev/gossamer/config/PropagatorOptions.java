package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** In which formats trace context travels. Immutable. */
public final class PropagatorOptions {
  static final Setting PROPAGATORS =
      Setting.list(
          "OTEL_PROPAGATORS",
          "tracecontext,baggage",
          "In which formats trace context travels; all are written, and where a request carries"
              + " several, the last of this list that is valid wins",
          "tracecontext",
          "baggage",
          "b3",
          "b3multi",
          "jaeger",
          "xray",
          "ottrace",
          "none");

  static final Setting[] ALL = {PROPAGATORS};

  private final List<String> names;

  private PropagatorOptions(Settings settings) {
    List<String> chosen = new ArrayList<>(settings.list(PROPAGATORS));
    if (chosen.remove("none") && !chosen.isEmpty()) {
      settings.warn(PROPAGATORS, "says none beside others; using " + Words.join(chosen));
    }
    names = Collections.unmodifiableList(chosen);
  }

  /** Reads them. */
  public static PropagatorOptions from(Settings settings) {
    return new PropagatorOptions(settings);
  }

  /** In the order given, each once; empty for none. */
  public List<String> names() {
    return names;
  }
}
