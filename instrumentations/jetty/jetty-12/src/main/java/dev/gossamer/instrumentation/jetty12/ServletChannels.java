package dev.gossamer.instrumentation.jetty12;

import dev.gossamer.api.ObjectState;
import dev.gossamer.api.http.HttpServerSpan;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** The spans that servlet channels work for, when they are resumed in other threads. */
final class ServletChannels {
  private static final ObjectState<Object, HttpServerSpan> SPANS = new ObjectState<>();

  private ServletChannels() {}

  static void associated(Object channel) {
    HttpServerSpan span = HttpServerSpan.current();
    if (span != null && !span.isEnded()) {
      SPANS.set(channel, span);
    }
  }

  /** Null when there is nothing to be made current. */
  static @Nullable Scope entered(Object channel) {
    HttpServerSpan span = SPANS.get(channel);
    return span == null || span == HttpServerSpan.current() ? null : span.makeCurrent();
  }

  static void recycled(Object channel) {
    SPANS.take(channel);
  }
}
