package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchQueryTest {
  private final SqlAnalyzer analyzer = SqlAnalyzer.of(DatabaseSystem.POSTGRESQL);
  private final BatchQuery batch = new BatchQuery();

  @Test
  void ofNoneIsABatchOfNothing() {
    assertThat(batch.size()).isZero();
    assertThat(batch.query().summary()).isEqualTo("BATCH");
    assertThat(batch.query().text()).isEmpty();
  }

  @Test
  void ofOneIsThatQuery() {
    AnalyzedQuery query = analyzer.unchanged("INSERT INTO t VALUES (?)");
    batch.add(query);
    assertThat(batch.size()).isEqualTo(1);
    assertThat(batch.query()).isSameAs(query);
  }

  @Test
  void ofTheSameShapeKeepsTheTextAndPrefixesTheSummary() {
    batch.add(analyzer.sanitized("INSERT INTO t VALUES (1)"));
    batch.add(analyzer.sanitized("INSERT INTO t VALUES (2)"));
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.query().text()).isEqualTo("INSERT INTO t VALUES (?)");
    assertThat(batch.query().summary()).isEqualTo("BATCH INSERT t");
    assertThat(batch.query().operation()).isEqualTo("BATCH INSERT");
    assertThat(batch.query().collection()).isEqualTo("t");
  }

  @Test
  void ofDifferentQueriesJoinsTheTexts() {
    batch.add(analyzer.sanitized("INSERT INTO t VALUES (1)"));
    batch.add(analyzer.sanitized("INSERT INTO t VALUES (1)"));
    batch.add(analyzer.sanitized("DELETE FROM u"));
    assertThat(batch.size()).isEqualTo(3);
    assertThat(batch.query().text())
        .isEqualTo("INSERT INTO t VALUES (?); INSERT INTO t VALUES (?); DELETE FROM u");
    assertThat(batch.query().summary()).isEqualTo("BATCH");
    assertThat(batch.query().operation()).isEqualTo("BATCH");
    assertThat(batch.query().collection()).isNull();
  }

  @Test
  void ofDifferentTextsWithOneSummaryKeepsTheSummary() {
    batch.add(analyzer.sanitized("UPDATE t SET a = 1"));
    batch.add(analyzer.sanitized("UPDATE t SET b = 1"));
    assertThat(batch.query().text()).isEqualTo("UPDATE t SET a = ?; UPDATE t SET b = ?");
    assertThat(batch.query().summary()).isEqualTo("BATCH UPDATE t");
    assertThat(batch.query().operation()).isEqualTo("BATCH UPDATE");
  }

  @Test
  void ofOneProcedureKeepsItsName() {
    batch.add(analyzer.unchanged("{call p(?)}"));
    batch.add(analyzer.unchanged("{call p(?)}"));
    assertThat(batch.query().storedProcedure()).isEqualTo("p");
    assertThat(batch.query().summary()).isEqualTo("BATCH call p");
  }

  @Test
  void startsAnewAfterClear() {
    batch.add(analyzer.sanitized("DELETE FROM u"));
    batch.add(analyzer.sanitized("DELETE FROM t"));
    batch.clear();
    assertThat(batch.size()).isZero();
    batch.add(analyzer.sanitized("DELETE FROM v"));
    batch.add(analyzer.sanitized("DELETE FROM v"));
    assertThat(batch.query().summary()).isEqualTo("BATCH DELETE v");
  }

  @Test
  void staysBoundedHoweverManyAreAdded() {
    for (int i = 0; i < 1_000_000; i++) {
      batch.add(analyzer.sanitized(i % 2 == 0 ? "DELETE FROM t" : "DELETE FROM u"));
    }
    assertThat(batch.size()).isEqualTo(1_000_000);
    assertThat(batch.query().text()).hasSize(SqlAnalyzer.MAX_TEXT_LENGTH).endsWith("...");
  }

  @Test
  void cutsTheSummaryAtANameWhenThePrefixMakesItTooLong() {
    String first = "a".repeat(120);
    String second = "b".repeat(126);
    AnalyzedQuery query = analyzer.unchanged("SELECT * FROM " + first + ", " + second);
    assertThat(query.summary()).isEqualTo("SELECT " + first + ' ' + second);
    assertThat(query.inBatch().summary()).isEqualTo("BATCH SELECT " + first);
    assertThat(query.inBatch()).isSameAs(query.inBatch());
  }
}
