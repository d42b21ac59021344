package dev.gossamer.benchmarks.hot;

import dev.gossamer.telemetry.recording.AgentTracerProvider;
import dev.gossamer.telemetry.recording.OtlpSpanExporter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A server span of twelve attributes by the SDK and by the agent, on one thread: to its end, and to
 * the bytes that go to the collector, 512 spans at a time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpanBenchmark {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("client.address");
  private static final AttributeKey<String> PEER = AttributeKey.stringKey("network.peer.address");
  private static final AttributeKey<Long> PEER_PORT = AttributeKey.longKey("network.peer.port");
  private static final AttributeKey<String> VERSION =
      AttributeKey.stringKey("network.protocol.version");
  private static final AttributeKey<String> USER_AGENT =
      AttributeKey.stringKey("user_agent.original");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");

  private static final Resource RESOURCE =
      Resource.create(
          Attributes.of(
              AttributeKey.stringKey("service.name"),
              "shop",
              AttributeKey.stringKey("service.instance.id"),
              "627cc493-f310-47de-96bd-71410b7dec09"));

  private static final String[] PATHS = new String[10_007];

  static {
    for (int i = 0; i < PATHS.length; i++) {
      PATHS[i] = "/owners/" + i;
    }
  }

  /** Who makes and encodes the span. */
  @Param({"sdk", "agent"})
  public String by = "agent";

  private final Collecting ended = new Collecting();
  private final CountingConnection bytes = new CountingConnection();
  private int request;
  private @Nullable Tracer tracer;
  private @Nullable SpanExporter exporter;

  /** A span that ends, and is forgotten. */
  @Benchmark
  public int span() {
    int spans = end();
    if (spans == Collecting.BATCH) {
      ended.spans.clear();
    }
    return spans;
  }

  /** A span that is exported. */
  @Benchmark
  public long spanToBytes() {
    if (end() == Collecting.BATCH) {
      exporter().export(ended.spans);
      ended.spans.clear();
    }
    return bytes.count();
  }

  private int end() {
    request = (request + 1) & Integer.MAX_VALUE;
    Span span =
        tracer()
            .spanBuilder("GET")
            .setParent(Context.root())
            .setSpanKind(SpanKind.SERVER)
            .setAttribute(METHOD, "GET")
            .setAttribute(SCHEME, "http")
            .setAttribute(PATH, PATHS[request % PATHS.length])
            .setAttribute(ADDRESS, "shop.example")
            .setAttribute(PORT, 8080L)
            .setAttribute(CLIENT, "10.0.0.7")
            .setAttribute(PEER, "10.0.0.7")
            .setAttribute(PEER_PORT, 40312L)
            .setAttribute(VERSION, "1.1")
            .setAttribute(USER_AGENT, "curl/8.5.0")
            .startSpan();
    span.setAttribute(ROUTE, "/owners/{ownerId}");
    span.updateName("GET /owners/{ownerId}");
    span.setAttribute(STATUS, 200L);
    span.end();
    return ended.spans.size();
  }

  private Tracer tracer() {
    Tracer made = tracer;
    if (made == null) {
      Sampler sampler = Sampler.parentBased(Sampler.alwaysOn());
      made =
          by.equals("sdk")
              ? SdkTracerProvider.builder()
                  .setResource(RESOURCE)
                  .setSampler(sampler)
                  .addSpanProcessor(ended)
                  .build()
                  .get("benchmark")
              : new AgentTracerProvider(
                      RESOURCE, sampler, false, SpanLimits.getDefault(), List.of(ended))
                  .get("benchmark");
      tracer = made;
    }
    return made;
  }

  private SpanExporter exporter() {
    SpanExporter made = exporter;
    if (made == null) {
      made =
          by.equals("sdk")
              ? OtlpHttpSpanExporter.builder().setComponentLoader(bytes.loader()).build()
              : new OtlpSpanExporter(bytes);
      exporter = made;
    }
    return made;
  }

  /** Keeps a batch. */
  private static final class Collecting implements SpanProcessor {
    static final int BATCH = 512;

    final List<SpanData> spans = new ArrayList<>(BATCH);

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      spans.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
