package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JdbcUrlTest {
  private static final int MUTATIONS = 200_000;

  @ParameterizedTest
  @MethodSource("urls")
  void readsSystemHostPortAndNamespace(
      String url,
      String system,
      @Nullable String host,
      int port,
      int nonDefaultPort,
      @Nullable String namespace) {
    ConnectionTarget target = JdbcUrl.parse(url, null);
    assertThat(target.system().systemName()).isEqualTo(system);
    assertThat(target.host()).isEqualTo(host);
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.nonDefaultPort()).isEqualTo(nonDefaultPort);
    assertThat(target.namespace()).isEqualTo(namespace);
  }

  @ParameterizedTest
  @MethodSource("urls")
  void keepsNoCredentials(
      String url,
      String system,
      @Nullable String host,
      int port,
      int nonDefaultPort,
      @Nullable String namespace) {
    assertThat(JdbcUrl.parse(url, null).toString()).doesNotContainIgnoringCase("secret");
  }

  @Test
  void takesWhatTheUrlLeavesOutFromTheProperties() {
    Properties properties = new Properties();
    properties.setProperty("PGHOST", "db");
    properties.setProperty("PGPORT", "5433");
    properties.setProperty("PGDBNAME", "shop");
    properties.setProperty("currentSchema", "sales");
    properties.setProperty("serverName", "mssql");
    properties.setProperty("databaseName", "orders");
    properties.setProperty("user", "secret");
    properties.setProperty("password", "secret");

    assertThat(JdbcUrl.parse("jdbc:postgresql:/", properties))
        .isEqualTo(new ConnectionTarget(DatabaseSystem.POSTGRESQL, "db", 5433, "shop|sales"));
    assertThat(JdbcUrl.parse("jdbc:postgresql://a/b", properties))
        .isEqualTo(new ConnectionTarget(DatabaseSystem.POSTGRESQL, "a", 5432, "b|sales"));
    assertThat(JdbcUrl.parse("jdbc:sqlserver://", properties))
        .isEqualTo(new ConnectionTarget(DatabaseSystem.SQL_SERVER, "mssql", 1433, "orders"));
  }

  @Test
  void knowsNothingOfNoUrl() {
    assertThat(JdbcUrl.parse(null, null)).isEqualTo(ConnectionTarget.UNKNOWN);
    assertThat(JdbcUrl.parse("", null)).isEqualTo(ConnectionTarget.UNKNOWN);
  }

  @Test
  void neverThrowsAndStaysBoundedWhateverTheUrl() {
    Random random = new Random(20_260_101);
    String[] corpus =
        Vectors.read("urls.tsv").stream().map(row -> row.get(0)).toArray(String[]::new);
    for (int i = 0; i < MUTATIONS; i++) {
      String url = Mutations.of(corpus, random, ":/?;@,()[]{}=&%#\\|. \u0000\uD800é1aZ");
      ConnectionTarget target = JdbcUrl.parse(url, null);
      assertThat(target.host() == null || target.host().length() <= 255).as(url).isTrue();
      assertThat(target.namespace() == null || target.namespace().length() <= 255).as(url).isTrue();
      assertThat(target.port()).as(url).isBetween(DatabaseSystem.NO_PORT, 0xFFFF);
    }
  }

  @Test
  void readsOnlyTheStartOfAnEndlessUrl() {
    String url = "jdbc:postgresql://db/shop?" + "currentSchema=;".repeat(1_000_000);
    assertThat(JdbcUrl.parse(url, null))
        .isEqualTo(new ConnectionTarget(DatabaseSystem.POSTGRESQL, "db", 5432, "shop"));
  }

  static Stream<Arguments> urls() {
    return Vectors.read("urls.tsv").stream()
        .map(
            row ->
                Arguments.of(
                    row.get(0),
                    row.get(1),
                    value(row.get(2)),
                    port(row.get(3)),
                    port(row.get(4)),
                    value(row.get(5))));
  }

  private static @Nullable String value(String cell) {
    return cell.equals("-") ? null : cell;
  }

  private static int port(String cell) {
    return cell.equals("-") ? DatabaseSystem.NO_PORT : Integer.parseInt(cell);
  }
}
