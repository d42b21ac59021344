package dev.gossamer.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does what a test tells it, and remembers the names of the spans of every batch. */
final class ScriptedExporter implements SpanExporter {
  final List<List<String>> batches = new CopyOnWriteArrayList<>();
  final Semaphore started = new Semaphore(0);
  final CountDownLatch shutdown = new CountDownLatch(1);
  volatile Function<Collection<SpanData>, CompletableResultCode> script =
      spans -> CompletableResultCode.ofSuccess();

  /** Every export waits for the latch, deaf to interrupts. */
  void holdUntil(CountDownLatch latch) {
    script =
        spans -> {
          boolean waiting = true;
          while (waiting) {
            try {
              latch.await();
              waiting = false;
            } catch (InterruptedException e) {
              // Waits on, as a blocking write would.
            }
          }
          return CompletableResultCode.ofSuccess();
        };
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    batches.forEach(names::addAll);
    return names;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    batches.add(spans.stream().map(SpanData::getName).toList());
    started.release();
    return script.apply(spans);
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    shutdown.countDown();
    return CompletableResultCode.ofSuccess();
  }
}
