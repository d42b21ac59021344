package dev.gossamer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.config.BatchOptions;
import dev.gossamer.config.RecordedLines;
import dev.gossamer.config.Settings;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExportingSpanProcessorTest {
  private static final String NEVER = "1h";

  private final RecordedLines recorded = new RecordedLines();
  private final ScriptedExporter exporter = new ScriptedExporter();
  private ExportingSpanProcessor processor = processor(NEVER, 2048, 512);
  private ExportReport report = ExportReport.ofSpans("here", 1, System::nanoTime);
  private Tracer tracer = tracer(Sampler.alwaysOn());
  private Thread thread = new Thread(processor, "exporting");

  private void start(String delay, int queue, int batch) {
    processor = processor(delay, queue, batch);
    tracer = tracer(Sampler.alwaysOn());
    thread = new Thread(processor, "exporting");
    thread.start();
  }

  private ExportingSpanProcessor processor(String delay, int queue, int batch) {
    report = ExportReport.ofSpans("here", queue, System::nanoTime);
    Settings settings =
        Settings.of(
            Map.of(
                "OTEL_BSP_SCHEDULE_DELAY",
                delay,
                "OTEL_BSP_MAX_QUEUE_SIZE",
                "" + queue,
                "OTEL_BSP_MAX_EXPORT_BATCH_SIZE",
                "" + batch,
                "OTEL_BSP_EXPORT_TIMEOUT",
                "200 ms"),
            Map.of());
    return new ExportingSpanProcessor(exporter, BatchOptions.ofSpans(settings), report);
  }

  private Tracer tracer(Sampler sampler) {
    return SdkTracerProvider.builder()
        .setSampler(sampler)
        .addSpanProcessor(processor)
        .build()
        .get("test");
  }

  private void end(String name) {
    tracer.spanBuilder(name).startSpan().end();
  }

  private static void await(CompletableResultCode code) {
    assertThat(code.join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
  }

  @AfterEach
  void stop() throws InterruptedException {
    exporter.script = spans -> CompletableResultCode.ofSuccess();
    if (thread.isAlive()) {
      await(processor.shutdown());
      thread.join();
    }
    recorded.close();
  }

  @Test
  void aFullBatchIsExportedAtOnce() throws InterruptedException {
    start(NEVER, 100, 3);
    IntStream.range(0, 7).forEach(i -> end("s" + i));
    exporter.started.acquire(2);
    assertThat(exporter.batches).startsWith(List.of("s0", "s1", "s2"), List.of("s3", "s4", "s5"));
    assertThat(exporter.names()).doesNotContain("s6");
  }

  @Test
  void aBatchThatIsNotFullIsExportedAfterTheDelay() throws InterruptedException {
    start("10 ms", 100, 50);
    end("only");
    exporter.started.acquire();
    assertThat(exporter.names()).containsExactly("only");
  }

  @Test
  void aFlushExportsWhatEndedBefore() {
    start(NEVER, 100, 3);
    IntStream.range(0, 8).forEach(i -> end("s" + i));
    await(processor.forceFlush());
    assertThat(exporter.names()).hasSize(8);
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void spansThatAreNotSampledAreIgnored() {
    start(NEVER, 100, 3);
    tracer = tracer(Sampler.alwaysOff());
    end("ignored");
    await(processor.forceFlush());
    assertThat(exporter.batches).isEmpty();
  }

  @Test
  void whatFindsTheQueueFullIsDroppedCountedAndTold() throws InterruptedException {
    start(NEVER, 4, 2);
    CountDownLatch held = new CountDownLatch(1);
    exporter.holdUntil(held);
    end("a");
    end("b");
    exporter.started.acquire();
    IntStream.range(0, 10).forEach(i -> end("s" + i));
    assertThat(processor.dropped()).isEqualTo(6);
    held.countDown();
    await(processor.forceFlush());
    assertThat(exporter.names()).containsExactly("a", "b", "s0", "s1", "s2", "s3");
    assertThat(recorded.lines())
        .containsExactly(
            "[gossamer] warning: 6 spans dropped, 6 since the start: they end faster than they are"
                + " exported; raise OTEL_BSP_MAX_QUEUE_SIZE (4) or sample fewer");
  }

  @Test
  void anExportThatTakesTooLongIsGivenUp() {
    start(NEVER, 100, 10);
    exporter.script = spans -> new CompletableResultCode();
    end("lost");
    await(processor.forceFlush());
    exporter.script = spans -> CompletableResultCode.ofSuccess();
    end("kept");
    await(processor.forceFlush());
    assertThat(exporter.names()).containsExactly("lost", "kept");
    assertThat(recorded.lines()).hasSize(2);
    assertThat(recorded.lines().get(0)).contains("OTEL_BSP_EXPORT_TIMEOUT is 200 ms");
    assertThat(recorded.lines().get(1)).contains("again", "1 span lost meanwhile");
  }

  @Test
  void whatAnExporterThrowsIsSurvived() {
    start(NEVER, 100, 10);
    exporter.script =
        spans -> {
          throw new StackOverflowError("deep");
        };
    end("lost");
    await(processor.forceFlush());
    exporter.script = spans -> CompletableResultCode.ofSuccess();
    end("kept");
    await(processor.forceFlush());
    assertThat(exporter.names()).containsExactly("lost", "kept");
  }

  @Test
  void anInterruptDoesNotEndExporting() {
    start(NEVER, 100, 10);
    for (int i = 0; i < 20; i++) {
      thread.interrupt();
      end("s" + i);
      await(processor.forceFlush());
    }
    assertThat(exporter.names()).hasSize(20);
    assertThat(recorded.lines()).isEmpty();
  }

  @Test
  void anInterruptDuringAnExportDoesNotReachTheNextOne() throws InterruptedException {
    start(NEVER, 100, 1);
    CountDownLatch held = new CountDownLatch(1);
    exporter.holdUntil(held);
    end("first");
    exporter.started.acquire();
    thread.interrupt();
    AtomicInteger interrupted = new AtomicInteger();
    held.countDown();
    await(processor.forceFlush());
    exporter.script =
        spans -> {
          interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
          return CompletableResultCode.ofSuccess();
        };
    end("second");
    await(processor.forceFlush());
    assertThat(interrupted).hasValue(0);
  }

  @Test
  void shutdownExportsWhatIsThereAndEndsTheThread() throws InterruptedException {
    start(NEVER, 100, 3);
    IntStream.range(0, 8).forEach(i -> end("s" + i));
    await(processor.shutdown());
    thread.join();
    assertThat(exporter.names()).hasSize(8);
    assertThat(exporter.shutdown.getCount()).isZero();
    end("late");
    await(processor.forceFlush());
    assertThat(exporter.names()).doesNotContain("late");
  }

  @Test
  void anExportThatHangsHoldsUpNobodyElse() throws InterruptedException {
    start(NEVER, 8, 1);
    CountDownLatch held = new CountDownLatch(1);
    exporter.holdUntil(held);
    end("held");
    exporter.started.acquire();
    CompletableResultCode flush = processor.forceFlush();
    IntStream.range(0, 1000).forEach(i -> end("s" + i));
    assertThat(flush.isDone()).isFalse();
    assertThat(processor.dropped()).isEqualTo(992);
    held.countDown();
    await(flush);
  }

  @Test
  void inAHurrySpansDoNotWait() throws InterruptedException {
    start(NEVER, 100, 50);
    processor.hurry();
    end("one");
    exporter.started.acquire();
    end("two");
    exporter.started.acquire();
    assertThat(exporter.names()).containsExactly("one", "two");
  }

  @Test
  void noSpanOfManyThreadsIsLostOrDoubled() throws InterruptedException {
    start("1 ms", 1 << 16, 64);
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      String prefix = t + "-";
      threads[t] = new Thread(() -> IntStream.range(0, 2000).forEach(i -> end(prefix + i)));
      threads[t].start();
    }
    for (Thread each : threads) {
      each.join();
    }
    await(processor.forceFlush());
    assertThat(exporter.names()).hasSize(16_000);
    assertThat(new HashSet<>(exporter.names())).hasSize(16_000);
    assertThat(processor.dropped()).isZero();
  }
}
