package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which traces are recorded. Immutable. */
public final class SamplerOptions {
  private static final String FALLBACK = "parentbased_always_on";

  static final Setting SAMPLER =
      Setting.choice(
          "OTEL_TRACES_SAMPLER",
          FALLBACK,
          "Which traces are recorded; `jaeger_remote`, `parentbased_jaeger_remote` and `xray` are"
              + " accepted, and `parentbased_always_on` is used in their place",
          "always_on",
          "always_off",
          "traceidratio",
          FALLBACK,
          "parentbased_always_off",
          "parentbased_traceidratio",
          "jaeger_remote",
          "parentbased_jaeger_remote",
          "xray");
  static final Setting ARGUMENT =
      Setting.ratio(
          "OTEL_TRACES_SAMPLER_ARG", "1.0", "Share of traces that the ratio samplers record");

  static final Setting RULES =
      Setting.map(
          "GOSSAMER_SAMPLING_RULES",
          "Shares of the traces that begin in this service, by the path of the request or the name"
              + " of the span, such as `/health=0,/owners/{id}=0.1,report*=1`; `*` and `{...}`"
              + " stand for any text, the first that fits decides, and where none does the sampler");
  static final Setting RATE_LIMIT =
      Setting.integer(
          "GOSSAMER_SAMPLING_RATE_LIMIT",
          0,
          0,
          1_000_000,
          "Most traces a second that begin in this service, whatever else decides; 0: no limit");

  static final Setting[] ALL = {SAMPLER, ARGUMENT, RULES, RATE_LIMIT};

  private final String name;
  private final double ratio;
  private final Map<String, Double> rules;
  private final int rateLimit;

  private SamplerOptions(Settings settings) {
    String chosen = settings.choice(SAMPLER);
    String sampler = chosen == null ? FALLBACK : chosen;
    boolean remote = sampler.endsWith("jaeger_remote") || sampler.equals("xray");
    if (remote && settings.ofExtension(SAMPLER, sampler) == null) {
      settings.complain(
          SAMPLER,
          "a sampler that needs no server of its own; this one is not supported",
          FALLBACK);
      sampler = FALLBACK;
    }
    name = sampler;
    ratio = sampler.endsWith("traceidratio") ? settings.ratio(ARGUMENT) : 1;
    rules = rules(settings);
    rateLimit = settings.integer(RATE_LIMIT);
  }

  private static Map<String, Double> rules(Settings settings) {
    Map<String, Double> rules = new LinkedHashMap<>();
    List<String> bad = new ArrayList<>();
    for (Map.Entry<String, String> rule : settings.firsts(RULES).entrySet()) {
      double share = Parsing.ratio(rule.getValue());
      if (share < 0) {
        bad.add(Words.shown(rule.getKey()) + "='" + Words.shown(rule.getValue()) + "'");
      } else {
        rules.put(rule.getKey(), share);
      }
    }
    if (!bad.isEmpty()) {
      settings.warn(
          RULES, "has rules left out: " + Words.join(bad) + "; a share is a number from 0 to 1");
    }
    return rules;
  }

  /** Reads them. */
  public static SamplerOptions from(Settings settings) {
    return new SamplerOptions(settings);
  }

  /** One of the always and ratio samplers, as declared, or one of an extension. */
  public String name() {
    return name;
  }

  /** From 0 to 1; only means something for a ratio sampler. */
  public double ratio() {
    return ratio;
  }

  /** Shares from 0 to 1 by pattern, in the order in which they are tried. */
  public Map<String, Double> rules() {
    return Collections.unmodifiableMap(rules);
  }

  /** Traces a second; 0 for no limit. */
  public int rateLimit() {
    return rateLimit;
  }

  /** As it stands in the start-up line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    if (name.endsWith("traceidratio")) {
      text.append('(').append(ratio).append(')');
    }
    if (!rules.isEmpty()) {
      text.append(" after ").append(rules.size()).append(rules.size() == 1 ? " rule" : " rules");
    }
    if (rateLimit > 0) {
      text.append(" up to ").append(rateLimit).append(" traces/s");
    }
    return text.toString();
  }
}
