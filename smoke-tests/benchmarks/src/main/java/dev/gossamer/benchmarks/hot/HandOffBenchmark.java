package dev.gossamer.benchmarks.hot;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A task of a request goes to the JDK's executors. It runs on the thread that submits it, in no
 * context of its own, as on a pool's thread: changing threads costs microseconds, and what the
 * agent adds would be lost in them.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOffBenchmark {
  /** System property: whether the JVM runs under the agent. */
  static final String UNDER_AGENT = "benchmark.agent";

  private final AbstractExecutorService pool = new SameThread();

  /** Nobody closes it: it is the thread's for as long as the benchmark runs. */
  @Setup
  public void enterRequest() throws ExecutionException, InterruptedException {
    GlobalOpenTelemetry.getTracer("benchmark").spanBuilder("request").startSpan().makeCurrent();
    boolean handed = pool.submit(() -> Span.current().getSpanContext().isValid()).get();
    if (handed != Boolean.getBoolean(UNDER_AGENT)) {
      throw new IllegalStateException("the request's context is handed off: " + handed);
    }
  }

  /** One task from its submission to its end. */
  @Benchmark
  public Future<Boolean> handOff() {
    return pool.submit(() -> Boolean.TRUE);
  }

  private static final class SameThread extends AbstractExecutorService {
    @Override
    public void execute(Runnable task) {
      try (Scope ignored = Context.root().makeCurrent()) {
        task.run();
      }
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
