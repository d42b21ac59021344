package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqlAnalyzerTest {
  @ParameterizedTest
  @MethodSource("queries")
  void sanitizesTheTextOfAStatement(
      DatabaseSystem system, String sql, String sanitized, String summary) {
    assertThat(analyzer(system).sanitized(sql).text()).isEqualTo(sanitized);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void summarizesOperationsAndTargetsInOrder(
      DatabaseSystem system, String sql, String sanitized, String summary) {
    assertThat(analyzer(system).sanitized(sql).summary()).isEqualTo(summary);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void keepsTheTextOfAPreparedStatementAndSummarizesItAlike(
      DatabaseSystem system, String sql, String sanitized, String summary) {
    AnalyzedQuery query = analyzer(system).unchanged(sql);
    assertThat(query.text()).isEqualTo(sql);
    assertThat(query.summary()).isEqualTo(summary);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void sanitizingASanitizedTextChangesNothing(
      DatabaseSystem system, String sql, String sanitized, String summary) {
    assertThat(analyzer(system).sanitized(sanitized).text()).isEqualTo(sanitized);
  }

  @ParameterizedTest
  @EnumSource(DatabaseSystem.class)
  void takesNothingForAnEmptyQuery(DatabaseSystem system) {
    for (AnalyzedQuery query :
        List.of(
            analyzer(system).sanitized(null),
            analyzer(system).sanitized(""),
            analyzer(system).unchanged(null),
            analyzer(system).unchanged(""))) {
      assertThat(query.text()).isEmpty();
      assertThat(query.summary()).isNull();
      assertThat(query.operation()).isNull();
      assertThat(query.collection()).isNull();
      assertThat(query.storedProcedure()).isNull();
    }
  }

  @Test
  void namesTheOperationAndTheOnlyTableForTheOldConventions() {
    AnalyzedQuery one = analyzer(DatabaseSystem.H2).unchanged("select a from s.t where b in (?)");
    assertThat(one.operation()).isEqualTo("select");
    assertThat(one.collection()).isEqualTo("s.t");

    AnalyzedQuery two = analyzer(DatabaseSystem.H2).unchanged("SELECT a FROM t, u");
    assertThat(two.operation()).isEqualTo("SELECT");
    assertThat(two.collection()).isNull();

    AnalyzedQuery definition = analyzer(DatabaseSystem.H2).unchanged("CREATE  TABLE t (a int)");
    assertThat(definition.operation()).isEqualTo("CREATE TABLE");
    assertThat(definition.collection()).isEqualTo("t");

    AnalyzedQuery index = analyzer(DatabaseSystem.H2).unchanged("DROP INDEX i");
    assertThat(index.operation()).isEqualTo("DROP INDEX");
    assertThat(index.collection()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H2 | {call p(?)} | p",
        "H2 | { ? = CALL s.p (?) } | s.p",
        "H2 | call \"A b\".c | \"A b\".c",
        "SQL_SERVER | EXEC [dbo].[p] 1 | [dbo].[p]",
        "SQL_SERVER | EXECUTE @rc = p @a = 1 | p",
        "SQL_SERVER | EXEC @sql | ",
        "SQL_SERVER | EXEC a; EXEC b | ",
        "POSTGRESQL | EXECUTE plan1 | ",
        "POSTGRESQL | SELECT p() | ",
        "INFORMIX | EXECUTE PROCEDURE p() | p",
      })
  void namesTheStoredProcedure(DatabaseSystem system, String sql, @Nullable String procedure) {
    assertThat(analyzer(system).unchanged(sql).storedProcedure()).isEqualTo(procedure);
  }

  @Test
  void cutsTheSummaryBetweenNames() {
    String first = "a".repeat(240);
    assertThat(
            analyzer(DatabaseSystem.H2).unchanged("SELECT * FROM " + first + ", bbbbbbb").summary())
        .isEqualTo("SELECT " + first + " bbbbbbb")
        .hasSizeLessThanOrEqualTo(255);
    assertThat(
            analyzer(DatabaseSystem.H2)
                .unchanged("SELECT * FROM " + first + ", bbbbbbbb, c")
                .summary())
        .isEqualTo("SELECT " + first);
    assertThat(analyzer(DatabaseSystem.H2).unchanged("SELECT * FROM " + "a".repeat(249)).summary())
        .isEqualTo("SELECT");
  }

  @Test
  void cutsAVeryLongTextWithAMarkAndBetweenCharacters() {
    String emoji = "\uD83D\uDE00";
    String sql = "SELECT \"" + emoji.repeat(20_000) + "\" FROM t";
    String kept = analyzer(DatabaseSystem.H2).unchanged(sql).text();
    assertThat(kept).hasSize(SqlAnalyzer.MAX_TEXT_LENGTH - 1).endsWith(emoji + "...");
    assertThat(analyzer(DatabaseSystem.H2).sanitized(sql).text()).isEqualTo("SELECT ?...");

    String values = "INSERT INTO t VALUES " + "('secret', 1), ".repeat(10_000);
    String sanitized = analyzer(DatabaseSystem.H2).sanitized(values).text();
    assertThat(sanitized)
        .startsWith("INSERT INTO t VALUES (?, ?), (?, ?)")
        .endsWith("...")
        .doesNotContain("secret");
  }

  @Test
  void analysesARepeatedTextOnce() {
    SqlAnalyzer analyzer = new SqlAnalyzer(SqlDialect.STANDARD);
    String sql = "SELECT a FROM t WHERE b = 1";
    AnalyzedQuery kept = analyzer.unchanged(sql);
    AnalyzedQuery sanitized = analyzer.sanitized(sql);
    assertThat(analyzer.unchanged(new StringBuilder(sql).toString())).isSameAs(kept);
    assertThat(analyzer.sanitized(new StringBuilder(sql).toString())).isSameAs(sanitized);
    assertThat(kept.text()).isEqualTo(sql);
    assertThat(sanitized.text()).isEqualTo("SELECT a FROM t WHERE b = ?");
  }

  @Test
  void keepsPreparedTextsWhenManyPlainOnesPassBy() {
    SqlAnalyzer analyzer = new SqlAnalyzer(SqlDialect.STANDARD);
    AnalyzedQuery kept = analyzer.unchanged("SELECT a FROM t");
    for (int i = 0; i < 10_000; i++) {
      assertThat(analyzer.sanitized("SELECT a FROM t WHERE b = " + i).text())
          .isEqualTo("SELECT a FROM t WHERE b = ?");
    }
    assertThat(analyzer.unchanged("SELECT a FROM t")).isSameAs(kept);
  }

  @Test
  void findsEveryKeywordInAnyCaseAndNothingElse() {
    for (SqlKeyword keyword : SqlKeyword.values()) {
      String name = keyword.name();
      String text = "x" + name.toLowerCase(Locale.ROOT) + "x";
      assertThat(SqlKeyword.find(text, 1, 1 + name.length())).isSameAs(keyword);
      assertThat(SqlKeyword.find(text, 0, 1 + name.length())).isNull();
    }
  }

  static Stream<Arguments> queries() {
    return Vectors.read("queries.tsv").stream()
        .map(
            row ->
                Arguments.of(
                    system(row.get(0)),
                    row.get(1),
                    row.get(2).equals("=") ? row.get(1) : row.get(2),
                    row.get(3).equals("-") ? null : row.get(3)));
  }

  private static DatabaseSystem system(String name) {
    return Arrays.stream(DatabaseSystem.values())
        .filter(system -> system.systemName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static SqlAnalyzer analyzer(DatabaseSystem system) {
    return SqlAnalyzer.of(system);
  }
}
