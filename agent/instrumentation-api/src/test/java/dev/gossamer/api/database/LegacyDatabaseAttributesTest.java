package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a connection's URL and a text to the names of before the stable conventions. */
final class LegacyDatabaseAttributesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
      jdbc:postgresql://db:5433/shop?currentSchema=sales | db.system=postgresql; db.name=shop; db.connection_string=postgresql://db:5433
      jdbc:postgresql://db/shop?user=me&password=pw      | db.system=postgresql; db.name=shop; db.connection_string=postgresql://db:5432
      jdbc:mysql://me:pw@db/shop                         | db.system=mysql; db.name=shop; db.connection_string=mysql://db:3306
      jdbc:mariadb://db:3307/shop                        | db.system=mariadb; db.name=shop; db.connection_string=mariadb://db:3307
      jdbc:sqlserver://db;databaseName=shop;user=me      | db.system=mssql; db.name=shop; db.connection_string=sqlserver://db:1433
      jdbc:sqlserver://db\\blue:1500;databaseName=shop   | db.system=mssql; db.mssql.instance_name=blue; db.name=shop; db.connection_string=sqlserver://db:1500
      jdbc:oracle:thin:@//db:1521/shop                   | db.system=oracle; db.name=shop
      jdbc:db2://db:50001/shop                           | db.system=db2; db.name=shop; db.connection_string=db2://db:50001
      jdbc:h2:mem:shop                                   | db.system=h2; db.name=shop
      jdbc:trino://db:8443/hive/sales                    | db.system=trino; db.name=hive
      jdbc:cloudspanner:/projects/p/instances/i/databases/d | db.system=spanner; db.name=d
      jdbc:redshift://db:5439/shop                       | db.system=redshift; db.name=shop
      jdbc:sap://db:30015/?databaseName=shop             | db.system=hanadb; db.name=shop
      jdbc:acme:whatever                                 | db.system=other_sql
      """)
  void aConnectionIsDescribedAsBefore(String url, String expected) {
    assertThat(described(JdbcUrl.parse(url, null), null, true)).isEqualTo(pairs(expected));
  }

  @ParameterizedTest
  @EnumSource(DatabaseSystem.class)
  void everySystemHasItsOldName(DatabaseSystem system) {
    ConnectionTarget target = new ConnectionTarget(system, null, DatabaseSystem.NO_PORT, "here");

    assertThat(described(target, null, true))
        .isEqualTo(Map.of("db.system", system.legacyName(), "db.name", "here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      textBlock =
          """
      SELECT name FROM items WHERE id = 1   | SELECT name FROM items WHERE id = ?   | SELECT       | items
      select * from items, orders           | select * from items, orders           | SELECT       | -
      Insert Into items Values (1, 'two')   | Insert Into items Values (?, ?)       | INSERT       | items
      CREATE TABLE items(id INT)            | CREATE TABLE items(id INT)            | CREATE TABLE | items
      {call add_one(1)}                     | {call add_one(?)}                     | CALL         | -
      COMMIT                                | COMMIT                                | COMMIT       | -
      """)
  void aTextIsDescribedAsBefore(
      String text, String statement, @Nullable String operation, @Nullable String table) {
    SqlAnalyzer analyzer = SqlAnalyzer.of(DatabaseSystem.POSTGRESQL);
    Map<String, String> expected = new TreeMap<>();
    expected.put("db.system", "postgresql");
    expected.put("db.statement", statement);
    if (operation != null) {
      expected.put("db.operation", operation);
    }
    if (table != null) {
      expected.put("db.sql.table", table);
    }
    ConnectionTarget nowhere =
        new ConnectionTarget(DatabaseSystem.POSTGRESQL, null, DatabaseSystem.NO_PORT, null);

    assertThat(described(nowhere, analyzer.sanitized(text), true)).isEqualTo(expected);
    // Texts of prepared statements were not told from others.
    assertThat(described(nowhere, analyzer.unchanged(text), true)).isEqualTo(expected);
    expected.put("db.statement", text);
    assertThat(described(nowhere, analyzer.unchanged(text), false)).isEqualTo(expected);
  }

  @Test
  void aBatchIsItsQueries() {
    SqlAnalyzer analyzer = SqlAnalyzer.of(DatabaseSystem.OTHER_SQL);
    String insert = "INSERT INTO items VALUES (?)";
    BatchQuery batch = new BatchQuery();
    assertThat(described(ConnectionTarget.UNKNOWN, batch.query(), true))
        .isEqualTo(Map.of("db.system", "other_sql"));
    batch.add(analyzer.unchanged(insert));
    batch.add(analyzer.unchanged(insert));
    assertThat(described(ConnectionTarget.UNKNOWN, batch.query(), true))
        .isEqualTo(
            Map.of(
                "db.system", "other_sql",
                "db.statement", insert,
                "db.operation", "INSERT",
                "db.sql.table", "items"));
    batch.add(analyzer.unchanged("DELETE FROM orders"));
    assertThat(described(ConnectionTarget.UNKNOWN, batch.query(), true))
        .isEqualTo(
            Map.of(
                "db.system",
                "other_sql",
                "db.statement",
                insert + "; " + insert + "; DELETE FROM orders"));
  }

  private static Map<String, String> described(
      ConnectionTarget target, @Nullable AnalyzedQuery query, boolean sanitized) {
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
            .build()) {
      SpanBuilder span = provider.get("test").spanBuilder("query");
      new LegacyDatabaseAttributes(sanitized).describe(span, target, query);
      Map<String, String> described = new TreeMap<>();
      ((ReadableSpan) span.startSpan())
          .getAttributes()
          .forEach((key, value) -> described.put(key.getKey(), value.toString()));
      return described;
    }
  }

  private static Map<String, String> pairs(String text) {
    return Arrays.stream(text.split("; "))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
