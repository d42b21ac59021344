package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * Chooses what {@code db.response.status_code} says of a failure.
 *
 * <p>Source: semantic conventions 1.44, SQL, PostgreSQL, MySQL, MariaDB, SQL Server and Oracle.
 */
public final class ResponseStatus {
  private static final int ORACLE_DIGITS = 5;

  private ResponseStatus() {}

  /**
   * Returns the most specific code there is: the SQLSTATE where the database follows it, the
   * vendor's where that tells more (Oracle's as {@code ORA-00942}), both as {@code 42000/1071}
   * where it is unclear which is better; null when there is none.
   *
   * @param sqlState from {@code SQLException.getSQLState()}
   * @param vendorCode from {@code SQLException.getErrorCode()}; 0 means none
   */
  public static @Nullable String code(
      DatabaseSystem system, @Nullable String sqlState, int vendorCode) {
    String state = sqlState == null || sqlState.isEmpty() ? null : sqlState;
    if (vendorCode == 0) {
      return state;
    }
    switch (system) {
      case POSTGRESQL:
      case COCKROACHDB:
      case REDSHIFT:
      case GREENPLUM:
      case YUGABYTEDB:
      case EDB:
      case OPENGAUSS:
        return state == null ? Integer.toString(vendorCode) : state;
      case ORACLE:
        return vendorCode < 0 ? state : oracleCode(vendorCode);
      case MYSQL:
      case MARIADB:
      case SINGLESTORE:
      case SQL_SERVER:
      case DB2:
      case SQLITE:
        return Integer.toString(vendorCode);
      default:
        String vendor = Integer.toString(vendorCode);
        return state == null || state.equals(vendor) ? vendor : state + '/' + vendor;
    }
  }

  private static String oracleCode(int vendorCode) {
    String digits = Integer.toString(vendorCode);
    StringBuilder code = new StringBuilder("ORA-");
    for (int i = digits.length(); i < ORACLE_DIGITS; i++) {
      code.append('0');
    }
    return code.append(digits).toString();
  }
}
