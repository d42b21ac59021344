package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlAnalyzerFuzzTest {
  private static final int MUTATIONS = 30_000;
  private static final String ALPHABET =
      "'\"`[](){}?:;,.$@#-+*/\\=<> \n\t\u00000189eExXnNqQé\uD83D\uDE00_";

  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void neverThrowsStaysBoundedAndSanitizesOnce(SqlDialect dialect) {
    Random random = new Random(dialect.ordinal());
    SqlAnalyzer analyzer = new SqlAnalyzer(dialect);
    String[] corpus =
        Vectors.read("queries.tsv").stream().map(row -> row.get(1)).toArray(String[]::new);
    for (int i = 0; i < MUTATIONS; i++) {
      String sql = Mutations.of(corpus, random, ALPHABET);

      AnalyzedQuery query = analyzer.sanitized(sql);
      assertThat(query.text().length()).as(sql).isLessThanOrEqualTo(sql.length());
      assertThat(summaryLength(query)).as(sql).isLessThanOrEqualTo(255);
      assertThat(summaryLength(query.inBatch())).as(sql).isLessThanOrEqualTo(255);
      assertThat(analyzer.sanitized(query.text()).text()).as(sql).isEqualTo(query.text());

      AnalyzedQuery kept = analyzer.unchanged(sql);
      assertThat(kept.text()).isEqualTo(sql);
      assertThat(kept.summary()).as(sql).isEqualTo(query.summary());
    }
  }

  /** What only a quadratic or recursive analysis would not get through. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "((SELECT ",
        "'",
        "''",
        "' ",
        "/*",
        "/* */",
        "--\n",
        "$a$",
        "$a",
        "a.",
        "a,",
        "\"",
        "[",
        "WITH a AS (",
        ",a AS (",
        "SELECT a FROM ",
        "IN (",
        "IN (1,",
        "1.",
        "1e",
        "-",
        "q'[",
        "DELETE a ",
        ";",
        "EXEC @a =",
        "?",
        ":a",
        "\\",
        "é",
        "\uD800"
      })
  void getsThroughTheSamePieceAMillionTimes(String piece) {
    String sql = "SELECT " + piece.repeat(1_000_000 / piece.length());
    for (SqlDialect dialect : SqlDialect.values()) {
      AnalyzedQuery query = new SqlAnalyzer(dialect).sanitized(sql);
      assertThat(query.text().length()).isLessThanOrEqualTo(SqlAnalyzer.MAX_TEXT_LENGTH);
      assertThat(summaryLength(query)).isLessThanOrEqualTo(255);
      assertThat(new SqlAnalyzer(dialect).sanitized(query.text()).text()).isEqualTo(query.text());
    }
  }

  private static int summaryLength(AnalyzedQuery query) {
    String summary = query.summary();
    return summary == null ? 0 : summary.length();
  }
}
