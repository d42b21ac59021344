package dev.gossamer.benchmarks.hot;

import dev.gossamer.api.Telemetry;
import dev.gossamer.api.database.AnalyzedQuery;
import dev.gossamer.api.database.ConnectionTarget;
import dev.gossamer.api.database.DatabaseSpan;
import dev.gossamer.api.database.DatabaseSystem;
import dev.gossamer.api.database.DatabaseTracing;
import dev.gossamer.api.database.JdbcUrl;
import dev.gossamer.api.http.HttpServerSpan;
import dev.gossamer.api.http.HttpServerTracing;
import dev.gossamer.api.messaging.MessagingTracing;
import dev.gossamer.api.messaging.SendSpan;
import dev.gossamer.telemetry.TelemetryStarter;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the agent does in a request, on one thread. Telemetry is started as in an application, with
 * a collector that is not there: the queue of finished spans is full, and a span ends with being
 * dropped, so that the exporting thread stays out of the numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
  private static final String SHORT_QUERY = "SELECT name, cents FROM item WHERE id = 4711";
  private static final String LONG_QUERY =
      "SELECT o.id, o.first_name, o.last_name, p.name, p.birth_date, t.name, v.visit_date"
          + " FROM owners o LEFT JOIN pets p ON p.owner_id = o.id LEFT JOIN types t ON"
          + " t.id = p.type_id LEFT JOIN visits v ON v.pet_id = p.id WHERE o.last_name LIKE"
          + " 'Frank%' AND o.city IN ('Madison', 'Sun Prairie', 'McFarland') AND v.cost > 12.50"
          + " ORDER BY o.last_name, p.name LIMIT 20";

  private final HttpServerTracing<FakeRequest, Integer> server;
  private final DatabaseTracing database;
  private final MessagingTracing<String, String> messaging;
  private final ConnectionTarget target;
  private final AnalyzedQuery prepared;
  private final TextMapPropagator propagator;
  private final Context traced;
  private final FakeRequest.Getter getter = new FakeRequest.Getter();

  /** Starts telemetry. */
  public RequestBenchmark() {
    System.setProperty("otel.exporter.otlp.endpoint", "http://127.0.0.1:9");
    new TelemetryStarter().run();
    server = new HttpServerTracing<>("benchmark", new FakeServer());
    database = new DatabaseTracing("benchmark");
    messaging = new MessagingTracing<>("benchmark", "kafka", new FakeMessages());
    target = JdbcUrl.parse("jdbc:postgresql://db.example:5432/shop", null);
    prepared = database.prepared(DatabaseSystem.POSTGRESQL, SHORT_QUERY);
    propagator = Telemetry.propagator();
    traced = propagator.extract(Context.root(), FakeRequest.TRACED, getter);
  }

  /** The context of a request that came in with a trace. */
  @Benchmark
  public Context extract() {
    return propagator.extract(Context.root(), FakeRequest.TRACED, getter);
  }

  /** The headers of a request that goes out. */
  @Benchmark
  public Map<String, String> inject() {
    Map<String, String> headers = new HashMap<>();
    propagator.inject(traced, headers, RequestBenchmark::put);
    return headers;
  }

  /** A server span from its headers to its end. */
  @Benchmark
  public HttpServerSpan serverSpan() {
    HttpServerSpan span = Objects.requireNonNull(server.start(FakeRequest.TRACED));
    span.makeCurrent().close();
    server.end(span, FakeRequest.TRACED, 200, null);
    return span;
  }

  /** The span of a prepared statement. */
  @Benchmark
  public DatabaseSpan databaseSpan() {
    DatabaseSpan span = database.start(traced, target, prepared, DatabaseTracing.NO_BATCH);
    database.end(span, null);
    return span;
  }

  /** A server span with the span of one prepared statement in it. */
  @Benchmark
  public HttpServerSpan request() {
    HttpServerSpan span = Objects.requireNonNull(server.start(FakeRequest.TRACED));
    try (var scope = span.makeCurrent()) {
      Context parent = Objects.requireNonNull(DatabaseTracing.parent());
      DatabaseSpan query = database.start(parent, target, prepared, DatabaseTracing.NO_BATCH);
      database.end(query, null);
    }
    server.end(span, FakeRequest.TRACED, 200, null);
    return span;
  }

  /** The span of a record that is sent, and the context in its headers. */
  @Benchmark
  public Map<String, String> sendSpan() {
    Map<String, String> headers = new HashMap<>();
    SendSpan span = messaging.send("7", "producer-1");
    messaging.inject(span, headers, RequestBenchmark::put);
    messaging.sent(span, 0, 4711, null);
    return headers;
  }

  /** A short statement that was not prepared. */
  @Benchmark
  public AnalyzedQuery shortQuery() {
    return database.plain(DatabaseSystem.POSTGRESQL, SHORT_QUERY);
  }

  /** A long one, with literals to take out. */
  @Benchmark
  public AnalyzedQuery longQuery() {
    return database.plain(DatabaseSystem.POSTGRESQL, LONG_QUERY);
  }

  private static void put(@Nullable Map<String, String> carrier, String name, String value) {
    if (carrier != null) {
      carrier.put(name, value);
    }
  }
}
