package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    assertThat(query.text()).isSameAs(sql);
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
