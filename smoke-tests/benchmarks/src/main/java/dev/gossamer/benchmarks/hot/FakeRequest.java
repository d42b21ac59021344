package dev.gossamer.benchmarks.hot;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a server would have parsed it. */
record FakeRequest(Map<String, String> headers) {
  static final FakeRequest TRACED =
      new FakeRequest(
          Map.of(
              "host", "shop.example:8080",
              "user-agent", "curl/8.5.0",
              "accept", "*/*",
              "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

  /** Reads the headers. */
  static final class Getter implements TextMapGetter<FakeRequest> {
    @Override
    public Iterable<String> keys(FakeRequest request) {
      return request.headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable FakeRequest request, String name) {
      return request == null ? null : request.headers.get(name);
    }
  }
}
