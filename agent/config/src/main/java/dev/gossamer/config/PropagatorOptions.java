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

  static final Setting BAGGAGE_ATTRIBUTES =
      Setting.list(
          "GOSSAMER_BAGGAGE_SPAN_ATTRIBUTES",
          "",
          "Keys of baggage entries to put on every span of the service as `baggage.<key>`, such as"
              + " `client.platform,request.*`; `*` stands for any text");

  static final Setting[] ALL = {PROPAGATORS, BAGGAGE_ATTRIBUTES};

  private final List<String> names;
  private final List<String> baggageAttributes;

  private PropagatorOptions(Settings settings) {
    List<String> chosen = new ArrayList<>(settings.list(PROPAGATORS));
    if (chosen.remove("none") && !chosen.isEmpty()) {
      settings.warn(PROPAGATORS, "says none beside others; using " + Words.join(chosen));
    }
    names = Collections.unmodifiableList(chosen);
    baggageAttributes = settings.list(BAGGAGE_ATTRIBUTES);
    if (!baggageAttributes.isEmpty() && !names.contains("baggage")) {
      settings.warn(
          BAGGAGE_ATTRIBUTES,
          "has no effect on what comes from outside: add baggage to " + PROPAGATORS.name());
    }
  }

  /** Reads them. */
  public static PropagatorOptions from(Settings settings) {
    return new PropagatorOptions(settings);
  }

  /** In the order given, each once; empty for none. */
  public List<String> names() {
    return names;
  }

  /** Keys of baggage entries that spans carry, with {@code *}; empty for none. */
  public List<String> baggageAttributes() {
    return baggageAttributes;
  }
}
