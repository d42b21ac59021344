package dev.gossamer.instrumentation.opentelemetryannotations;

import io.opentelemetry.extension.annotations.SpanAttribute;
import io.opentelemetry.extension.annotations.WithSpan;

/** The annotations as they were named first. */
@SuppressWarnings("deprecation")
final class Earlier {
  private Earlier() {}

  @WithSpan("earlier")
  static String method(@SpanAttribute("key") String value) {
    return value;
  }
}
