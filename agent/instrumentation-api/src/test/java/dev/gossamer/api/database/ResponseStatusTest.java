package dev.gossamer.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseStatusTest {
  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, 42P01, 0, 42P01",
    "POSTGRESQL, 42P01, 7, 42P01",
    "POSTGRESQL, , 7, 7",
    "POSTGRESQL, '', 0, ",
    "COCKROACHDB, 40001, 0, 40001",
    "MYSQL, 42000, 1071, 1071",
    "MYSQL, 08S01, 0, 08S01",
    "MARIADB, 42S02, 1146, 1146",
    "SQL_SERVER, S0002, 208, 208",
    "SQL_SERVER, 08S01, 0, 08S01",
    "ORACLE, 42000, 942, ORA-00942",
    "ORACLE, 08006, 17002, ORA-17002",
    "ORACLE, 72000, 0, 72000",
    "ORACLE, 99999, -1, 99999",
    "DB2, 42704, -204, -204",
    "SQLITE, , 19, 19",
    "H2, 42102, 42102, 42102",
    "H2, 90124, 90124, 90124",
    "HSQLDB, 42501, -5501, 42501/-5501",
    "OTHER_SQL, 42000, 1071, 42000/1071",
    "OTHER_SQL, , 1071, 1071",
    "OTHER_SQL, 42000, 0, 42000",
    "OTHER_SQL, , 0, "
  })
  void choosesTheMostSpecificCode(
      DatabaseSystem system, @Nullable String sqlState, int vendorCode, @Nullable String code) {
    assertThat(ResponseStatus.code(system, sqlState, vendorCode)).isEqualTo(code);
  }
}
