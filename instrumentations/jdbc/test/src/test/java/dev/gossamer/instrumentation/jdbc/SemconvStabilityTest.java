package dev.gossamer.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gossamer.testing.AgentExtension;
import dev.gossamer.testing.AgentJvm;
import dev.gossamer.testing.AgentJvmBuilder;
import dev.gossamer.testing.MetricRecord;
import dev.gossamer.testing.SpanKind;
import dev.gossamer.testing.SpanRecord;
import dev.gossamer.testing.servers.MariaDbServer;
import dev.gossamer.testing.servers.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code OTEL_SEMCONV_STABILITY_OPT_IN} for databases: the same queries, with and without. */
final class SemconvStabilityTest {
  private static final String DURATION = "db.client.operation.duration";

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.perTest();

  /** A query, and what the conventions said of it before they were stable. */
  private record Case(
      String database,
      Operation operation,
      String name,
      @Nullable String statement,
      @Nullable String sqlOperation,
      @Nullable String table) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "postgresql",
              Operation.QUERY,
              "SELECT items",
              "SELECT name FROM items WHERE id = ?",
              "SELECT",
              "items"),
          // What is prepared was sanitised, too.
          new Case(
              "postgresql",
              Operation.PREPARED_WITH_VALUES,
              "SELECT items",
              "SELECT name FROM items WHERE id = ?",
              "SELECT",
              "items"),
          new Case("postgresql", Operation.CALL, "call add_one", "{call add_one(?)}", "CALL", null),
          new Case(
              "mariadb",
              Operation.BATCH_PREPARED,
              "BATCH UPDATE items",
              Operation.Sql.UPDATE_SANITIZED,
              "UPDATE",
              "items"),
          new Case(
              "h2",
              Operation.BATCH_OF_DIFFERENT,
              "BATCH",
              Operation.Sql.UPDATE_SANITIZED + "; DELETE FROM items WHERE id = ?",
              null,
              "items"),
          new Case("h2", Operation.BATCH_EMPTY, "BATCH", null, null, null));

  private record Run(List<SpanRecord> spans, List<MetricRecord> metrics) {}

  @Test
  void theOldNamesOfDatabasesComeBesideTheNewAndOnlyWhenAskedFor() {
    Run byDefault = run(null);
    Run plain = run("database");
    Run both = run("http,database/dup");

    for (int i = 0; i < CASES.size(); i++) {
      Case query = CASES.get(i);
      SpanRecord span = byDefault.spans().get(i);
      assertThat(span.attributes())
          .containsKey("db.system.name")
          .doesNotContainKeys("db.system", "db.statement");
      assertThat(plain.spans().get(i).attributes()).isEqualTo(span.attributes());

      SpanRecord twice = both.spans().get(i);
      Map<String, Object> all = new TreeMap<>(span.attributes());
      all.putAll(old(query));
      assertThat(twice.attributes()).as(query.operation().name()).isEqualTo(all);
      assertThat(all).hasSize(span.attributes().size() + old(query).size());
      for (Run run : List.of(byDefault, plain, both)) {
        assertThat(run.spans().get(i).name()).isEqualTo(query.name());
        assertThat(run.spans().get(i).kind()).isEqualTo(SpanKind.CLIENT);
      }
    }
    for (Run run : List.of(byDefault, plain, both)) {
      assertThat(run.metrics()).extracting(MetricRecord::name).containsExactly(DURATION);
      MetricRecord duration = run.metrics().get(0);
      assertThat(duration.unit()).isEqualTo("s");
      assertThat(duration.points())
          .isNotEmpty()
          .allSatisfy(
              point ->
                  assertThat(point.attributes())
                      .containsKey("db.system.name")
                      .doesNotContainKey("db.system"));
    }
  }

  private static Map<String, Object> old(Case query) {
    Databases servers = Databases.shared();
    Map<String, Object> old = new TreeMap<>();
    old.put("db.system", query.database());
    switch (query.database()) {
      case "postgresql" -> {
        old.put("db.name", PostgresServer.DATABASE);
        String host = servers.postgres().host();
        old.put("db.connection_string", "postgresql://" + host + ":" + servers.postgres().port());
      }
      case "mariadb" -> {
        old.put("db.name", MariaDbServer.DATABASE);
        String host = servers.mariaDb().host();
        old.put("db.connection_string", "mariadb://" + host + ":" + servers.mariaDb().port());
      }
      default -> old.put("db.name", "inside");
    }
    put(old, "db.statement", query.statement());
    put(old, "db.operation", query.sqlOperation());
    put(old, "db.sql.table", query.table());
    return old;
  }

  private static void put(Map<String, Object> old, String key, @Nullable String value) {
    if (value != null) {
      old.put(key, value);
    }
  }

  private static Run run(@Nullable String optIn) {
    Databases servers = Databases.shared();
    AgentJvmBuilder builder =
        AgentJvm.app(JdbcApp.class)
            .args(
                servers.postgres().url(),
                PostgresServer.USER,
                servers.mariaDb().url(),
                MariaDbServer.USER,
                Databases.h2Url(servers.h2Port()))
            .withoutFence()
            .metrics()
            // One export, when the JVM ends.
            .env("OTEL_METRIC_EXPORT_INTERVAL", "3600000")
            .env("OTEL_INSTRUMENTATION_RUNTIME_TELEMETRY_ENABLED", "false");
    if (optIn != null) {
      builder.env("OTEL_SEMCONV_STABILITY_OPT_IN", optIn);
    }
    AgentJvm jvm = AGENT.launch(builder);
    jvm.port();
    List<SpanRecord> spans = new ArrayList<>();
    for (Case query : CASES) {
      jvm.call("run", query.database(), "DRIVER", query.operation().name());
      spans.addAll(AGENT.receiver().awaitUnclaimed(1));
      AGENT.receiver().claimAll();
    }
    jvm.stop();
    List<MetricRecord> metrics = AGENT.receiver().metrics();
    AGENT.receiver().clear();
    assertThat(spans).hasSize(CASES.size());
    return new Run(spans, metrics);
  }
}
