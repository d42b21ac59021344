package dev.gossamer.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An OTLP collector for tests: keeps the spans, metrics and log records it accepts, answers as
 * scripted, and lets a test wait for what it expects. Needs neither JUnit nor AssertJ. Thread-safe.
 *
 * <p>Every {@code await} function returns as soon as its condition holds and throws an {@link
 * AssertionError} that prints the received traces when it does not hold within the deadline.
 */
public abstract sealed class TelemetryReceiver implements AutoCloseable
    permits OtlpReceiver, OtlpGrpcReceiver {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<SpanRecord> spans = new ArrayList<>();
  private final Set<SpanRecord> claimed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<MetricRecord> metrics = new ArrayList<>();
  private final List<LogRecord> logs = new ArrayList<>();
  private final List<OtlpRequest> requests = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Queue<Answer> nextAnswers = new ArrayDeque<>();
  private final Map<String, Answer> answersBySignal = new HashMap<>();
  private final List<Runnable> settlers = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Answer answer = Answer.ok();
  private Duration deadline = Duration.ofSeconds(20);

  TelemetryReceiver() {}

  /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} has to be to reach this receiver. */
  public abstract String endpoint();

  /** What {@code OTEL_EXPORTER_OTLP_PROTOCOL} has to be: {@code http/protobuf} or {@code grpc}. */
  public abstract String protocol();

  /** How long the {@code await} functions wait; 20 seconds unless set. */
  public final void deadline(Duration deadline) {
    locked(() -> this.deadline = deadline);
  }

  /** How every request is answered from now on, unless {@link #answerNext} says otherwise. */
  public final void answer(Answer answer) {
    locked(() -> this.answer = answer);
  }

  /** How every request of one signal is answered from now on, whatever the others are. */
  public final void answer(String signal, Answer answer) {
    locked(() -> answersBySignal.put(signal, answer));
  }

  /** How the next requests are answered, one each, in this order. */
  public final void answerNext(Answer... answers) {
    locked(() -> nextAnswers.addAll(List.of(answers)));
  }

  /** All accepted spans in the order of their arrival. */
  public final List<SpanRecord> spans() {
    return locked(() -> List.copyOf(spans));
  }

  /** All accepted metrics, export by export. */
  public final List<MetricRecord> metrics() {
    return locked(() -> List.copyOf(metrics));
  }

  /** All accepted spans by trace. */
  public final List<TraceRecord> traces() {
    return TraceRecord.group(spans());
  }

  /** All requests in the order of their arrival, refused ones too. */
  public final List<OtlpRequest> requests() {
    return locked(() -> List.copyOf(requests));
  }

  /** What arrived and was not well-formed OTLP, one line each. */
  public final List<String> problems() {
    return locked(() -> List.copyOf(problems));
  }

  /** The accepted spans that no assertion has claimed yet. */
  public final List<SpanRecord> unclaimed() {
    return locked(() -> spans.stream().filter(span -> !claimed.contains(span)).toList());
  }

  /** Marks a span as expected. */
  public final void claim(SpanRecord span) {
    locked(() -> claimed.add(span));
  }

  /** Marks all spans received so far as expected. */
  public final void claimAll() {
    locked(() -> claimed.addAll(spans));
  }

  /** Forgets spans, requests, problems and scripted answers. */
  public final void clear() {
    locked(
        () -> {
          spans.clear();
          metrics.clear();
          logs.clear();
          claimed.clear();
          requests.clear();
          problems.clear();
          nextAnswers.clear();
          answersBySignal.clear();
          answer = Answer.ok();
          return null;
        });
  }

  /** Waits until at least this many spans have been accepted; returns all. */
  public final List<SpanRecord> awaitSpans(int count) {
    return await(count + " spans", () -> spans.size() >= count ? List.copyOf(spans) : null);
  }

  /** Waits for the first span that matches. */
  public final SpanRecord awaitSpan(Predicate<SpanRecord> condition) {
    return await(
        "a matching span", () -> spans.stream().filter(condition).findFirst().orElse(null));
  }

  /** All accepted log records, in the order of their arrival. */
  public final List<LogRecord> logs() {
    return locked(() -> List.copyOf(logs));
  }

  /** Waits for a log record that matches. */
  public final LogRecord awaitLog(Predicate<LogRecord> condition) {
    return await(
        "matching log record", () -> logs.stream().filter(condition).findFirst().orElse(null));
  }

  /** Waits for a metric of this name that matches. */
  public final MetricRecord awaitMetric(String name, Predicate<MetricRecord> condition) {
    return await(
        "matching metric " + name,
        () ->
            metrics.stream()
                .filter(metric -> metric.name().equals(name) && condition.test(metric))
                .findFirst()
                .orElse(null));
  }

  /** Waits until spans of at least this many traces have been accepted; returns all traces. */
  public final List<TraceRecord> awaitTraces(int count) {
    return await(
        count + " traces",
        () -> {
          List<TraceRecord> traces = TraceRecord.group(spans);
          return traces.size() >= count ? traces : null;
        });
  }

  /** Waits for the first trace that matches. */
  public final TraceRecord awaitTrace(Predicate<TraceRecord> condition) {
    return await(
        "a matching trace",
        () -> TraceRecord.group(spans).stream().filter(condition).findFirst().orElse(null));
  }

  /** Waits until at least this many requests have arrived, refused ones too; returns all. */
  public final List<OtlpRequest> awaitRequests(int count) {
    return await(
        count + " export requests", () -> requests.size() >= count ? List.copyOf(requests) : null);
  }

  /** Waits until at least this many spans are unclaimed; returns those. */
  public final List<SpanRecord> awaitUnclaimed(int count) {
    return await(
        count + " unclaimed spans",
        () -> {
          List<SpanRecord> rest = unclaimed();
          return rest.size() >= count ? rest : null;
        });
  }

  /**
   * Waits until {@code probe} gives a value other than null.
   *
   * @param what names the awaited thing in the failure message
   * @param probe asked under this receiver's lock, at the start and after every change
   */
  public final <T> T await(String what, Supplier<@Nullable T> probe) {
    lock.lock();
    try {
      long left = deadline.toNanos();
      while (true) {
        T value = probe.get();
        if (value != null) {
          return value;
        }
        if (left <= 0) {
          throw new AssertionError(
              "no "
                  + what
                  + " within "
                  + deadline.toMillis()
                  + " ms; received in "
                  + requests.size()
                  + " requests:\n"
                  + TraceRecord.print(TraceRecord.group(spans))
                  + (problems.isEmpty() ? "" : "problems: " + problems));
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + what, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until every span ended so far in the JVMs that export to this receiver has arrived. JVMs
   * started by {@link AgentJvm} with a fence take part; without any this returns at once.
   */
  public final void settle() {
    locked(() -> List.copyOf(settlers)).forEach(Runnable::run);
  }

  final void addSettler(Runnable settler) {
    locked(() -> settlers.add(settler));
  }

  final void removeSettler(Runnable settler) {
    locked(() -> settlers.remove(settler));
  }

  /** Takes a span out as if it had never arrived. */
  final void remove(SpanRecord span) {
    locked(() -> spans.removeIf(candidate -> candidate == span));
  }

  /** Waits out the delay of an answer, less when the receiver is closed meanwhile. */
  final void delay(Answer answer) throws InterruptedException {
    if (!answer.delay().isZero() && closed.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("the receiver was closed");
    }
  }

  final Answer takeAnswer(String signal) {
    return locked(
        () -> {
          Answer ofSignal = answersBySignal.get(signal);
          if (ofSignal != null) {
            return ofSignal;
          }
          Answer next = nextAnswers.poll();
          return next == null ? answer : next;
        });
  }

  /** Records a request and keeps its spans when the answer accepts them. */
  final void receive(
      String signal,
      String path,
      Map<String, List<String>> headers,
      byte[] body,
      long wireBytes,
      Answer answer) {
    List<SpanRecord> received = List.of();
    List<MetricRecord> measured = List.of();
    List<LogRecord> logged = List.of();
    String problem = null;
    try {
      switch (signal) {
        case "traces" -> received = OtlpDecoder.spans(ExportTraceServiceRequest.parseFrom(body));
        case "metrics" ->
            measured = MetricDecoder.metrics(ExportMetricsServiceRequest.parseFrom(body));
        case "logs" -> logged = LogDecoder.records(ExportLogsServiceRequest.parseFrom(body));
        case "unknown" -> problem = "request to an unknown path: " + path;
        default -> {}
      }
    } catch (InvalidProtocolBufferException | RuntimeException e) {
      problem = path + ": " + e;
    }
    lock.lock();
    try {
      requests.add(new OtlpRequest(signal, path, headers, body, wireBytes, answer));
      if (answer.accepts()) {
        spans.addAll(received);
        metrics.addAll(measured);
        logs.addAll(logged);
      }
      if (problem != null) {
        problems.add(problem);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
