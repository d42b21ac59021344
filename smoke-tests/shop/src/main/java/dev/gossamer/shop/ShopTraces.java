package dev.gossamer.shop;

import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.SpanStatus;
import dev.gossamer.testing.TelemetryReceiver;
import dev.gossamer.testing.TraceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The traces of checkouts among the spans that a receiver has accepted. */
final class ShopTraces {
  /** A trace is complete when this long after it looks whole nothing more has come. */
  private static final Duration QUIET = Duration.ofMillis(3 * Shop.EXPORT_DELAY_MILLIS);

  private final TelemetryReceiver receiver;

  ShopTraces(TelemetryReceiver receiver) {
    this.receiver = receiver;
  }

  /**
   * Waits until the trace of the latest checkout of this cart has spans of all these services, no
   * orphan, and does not grow any more; when the limit is over, returns what there is.
   *
   * @return empty if no such checkout has been seen
   */
  Optional<TraceTree> await(int cart, Set<String> services, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    int spans = 0;
    long unchangedSince = System.nanoTime();
    while (true) {
      Optional<TraceTree> trace = find(cart);
      long now = System.nanoTime();
      int found = trace.map(tree -> tree.rows().size()).orElse(0);
      if (found != spans) {
        spans = found;
        unchangedSince = now;
      }
      boolean whole =
          trace.isPresent()
              && trace.get().services().containsAll(services)
              && trace.get().orphans().isEmpty();
      if ((whole && now - unchangedSince > QUIET.toNanos()) || now - end > 0) {
        return trace;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** All traces that came since, none of which grew within the time in which spans travel. */
  List<TraceTree> settledSince(Set<String> seen) throws InterruptedException {
    List<TraceRecord> before = receiver.traces();
    TimeUnit.NANOSECONDS.sleep(2 * QUIET.toNanos());
    List<TraceRecord> now = receiver.traces();
    List<TraceTree> settled = new ArrayList<>();
    for (TraceRecord trace : now) {
      if (!seen.contains(trace.traceId()) && before.contains(trace)) {
        settled.add(tree(trace));
      }
    }
    return settled;
  }

  /** The names of all services that have sent anything. */
  Set<String> services() {
    Set<String> services = new TreeSet<>();
    receiver.spans().forEach(span -> services.add(span.serviceName()));
    return services;
  }

  private Optional<TraceTree> find(int cart) {
    String path = "/checkout/" + cart;
    return receiver.traces().stream()
        .filter(trace -> trace.spans().stream().anyMatch(span -> isServed(span, path)))
        .reduce((earlier, later) -> later)
        .map(ShopTraces::tree);
  }

  private static boolean isServed(SpanRecord span, String path) {
    return span.kind() == SpanKind.SERVER && path.equals(span.attribute("url.path"));
  }

  private static TraceTree tree(TraceRecord trace) {
    return TraceTree.of(
        trace.traceId(),
        trace.spans().stream()
            .map(
                span ->
                    new TraceTree.Span(
                        span.spanId(),
                        span.parentSpanId(),
                        span.serviceName(),
                        span.name(),
                        span.startNanos(),
                        span.endNanos(),
                        span.status() == SpanStatus.ERROR))
            .toList());
  }
}
