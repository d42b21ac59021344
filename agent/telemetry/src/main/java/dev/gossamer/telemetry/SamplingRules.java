package dev.gossamer.telemetry;

import dev.gossamer.api.Glob;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on traces that begin here by the path of the request, the route, or the span's name; what
 * fits no rule, and what has a parent, another sampler decides on. Thread-safe.
 */
final class SamplingRules implements Sampler {
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

  private final String[] patterns;
  private final Sampler[] samplers;
  private final Sampler otherwise;

  /**
   * @param shares from 0 to 1, by patterns as in {@link Glob}, in which a parameter of a route
   *     stands for any text, too
   */
  SamplingRules(Map<String, Double> shares, Sampler otherwise) {
    patterns = new String[shares.size()];
    samplers = new Sampler[shares.size()];
    int i = 0;
    for (Map.Entry<String, Double> rule : shares.entrySet()) {
      patterns[i] = withoutParameters(rule.getKey());
      samplers[i++] = Sampler.traceIdRatioBased(rule.getValue());
    }
    this.otherwise = otherwise;
  }

  /** {@code /owners/{id}/pets} becomes {@code /owners/*}{@code /pets}. */
  private static String withoutParameters(String pattern) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open; (open = pattern.indexOf('{', at)) >= 0; ) {
      int close = pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      text.append(pattern, at, open).append('*');
      at = close + 1;
    }
    return text.append(pattern, at, pattern.length()).toString();
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    Sampler decides = otherwise;
    if (!Span.fromContext(parent).getSpanContext().isValid()) {
      String path = attributes.get(PATH);
      String route = attributes.get(ROUTE);
      for (int i = 0; i < patterns.length; i++) {
        if (fits(patterns[i], name) || fits(patterns[i], path) || fits(patterns[i], route)) {
          decides = samplers[i];
          break;
        }
      }
    }
    return decides.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  private static boolean fits(String pattern, @Nullable String text) {
    return text != null && Glob.matches(pattern, text);
  }

  @Override
  public String getDescription() {
    return "SamplingRules{" + patterns.length + ", otherwise " + otherwise.getDescription() + "}";
  }

  @Override
  public String toString() {
    return getDescription();
  }
}
