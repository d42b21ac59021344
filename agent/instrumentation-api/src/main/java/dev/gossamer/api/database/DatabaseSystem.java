package dev.gossamer.api.database;

/**
 * The database products that are told apart.
 *
 * <p>Source: semantic conventions 1.44, {@code db.system.name}; the old names are those of 1.24,
 * {@code db.system}. Products the conventions do not list have their own name in lower case.
 */
public enum DatabaseSystem {
  POSTGRESQL("postgresql", "postgresql", 5432, SqlDialect.POSTGRESQL),
  COCKROACHDB("cockroachdb", "cockroachdb", 26257, SqlDialect.POSTGRESQL),
  REDSHIFT("aws.redshift", "redshift", 5439, SqlDialect.POSTGRESQL),
  GREENPLUM("greenplum", "greenplum", 5432, SqlDialect.POSTGRESQL),
  YUGABYTEDB("yugabytedb", "yugabytedb", 5433, SqlDialect.POSTGRESQL),
  EDB("edb", "edb", 5444, SqlDialect.POSTGRESQL),
  OPENGAUSS("opengauss", "opengauss", 5432, SqlDialect.POSTGRESQL),
  DUCKDB("duckdb", "duckdb", DatabaseSystem.NO_PORT, SqlDialect.POSTGRESQL),
  MYSQL("mysql", "mysql", 3306, SqlDialect.MYSQL),
  MARIADB("mariadb", "mariadb", 3306, SqlDialect.MYSQL),
  SINGLESTORE("singlestore", "singlestore", 3306, SqlDialect.MYSQL),
  OCEANBASE("oceanbase", "oceanbase", 2881, SqlDialect.MYSQL),
  SQL_SERVER("microsoft.sql_server", "mssql", 1433, SqlDialect.SQL_SERVER),
  SYBASE("sybase", "sybase", DatabaseSystem.NO_PORT, SqlDialect.SYBASE),
  ORACLE("oracle.db", "oracle", 1521, SqlDialect.ORACLE),
  DB2("ibm.db2", "db2", 50000, SqlDialect.STANDARD),
  H2("h2database", "h2", 9092, SqlDialect.POSTGRESQL),
  HSQLDB("hsqldb", "hsqldb", 9001, SqlDialect.STANDARD),
  DERBY("derby", "derby", 1527, SqlDialect.STANDARD),
  SQLITE("sqlite", "sqlite", DatabaseSystem.NO_PORT, SqlDialect.SQLITE),
  CLICKHOUSE("clickhouse", "clickhouse", 8123, SqlDialect.CLICKHOUSE),
  SPANNER("gcp.spanner", "spanner", 443, SqlDialect.GOOGLE),
  BIGQUERY("gcp.bigquery", "bigquery", 443, SqlDialect.GOOGLE),
  HANA("sap.hana", "hanadb", DatabaseSystem.NO_PORT, SqlDialect.STANDARD),
  MAXDB("sap.maxdb", "maxdb", 7210, SqlDialect.STANDARD),
  TRINO("trino", "trino", 8080, SqlDialect.STANDARD),
  PRESTO("presto", "presto", 8080, SqlDialect.STANDARD),
  TERADATA("teradata", "teradata", 1025, SqlDialect.STANDARD),
  SNOWFLAKE("snowflake", "snowflake", 443, SqlDialect.SNOWFLAKE),
  DATABRICKS("databricks", "databricks", 443, SqlDialect.HIVE),
  HIVE("hive", "hive", 10000, SqlDialect.HIVE),
  IMPALA("impala", "impala", 21050, SqlDialect.HIVE),
  VERTICA("vertica", "vertica", 5433, SqlDialect.STANDARD),
  EXASOL("exasol", "exasol", 8563, SqlDialect.STANDARD),
  FIREBIRD("firebirdsql", "firebird", 3050, SqlDialect.FIREBIRD),
  INFORMIX("ibm.informix", "informix", 9088, SqlDialect.INFORMIX),
  NETEZZA("ibm.netezza", "netezza", 5480, SqlDialect.STANDARD),
  INGRES("actian.ingres", "ingres", DatabaseSystem.NO_PORT, SqlDialect.STANDARD),
  CACHE("intersystems.cache", "intersystems_cache", 1972, SqlDialect.STANDARD),
  CASSANDRA("cassandra", "cassandra", 9042, SqlDialect.STANDARD),
  /** Speaks SQL; nothing else is known of it. */
  OTHER_SQL("other_sql", "other_sql", DatabaseSystem.NO_PORT, SqlDialect.UNKNOWN);

  /** Stands for a port that does not exist or is not known. */
  public static final int NO_PORT = -1;

  private final String systemName;
  private final String legacyName;
  private final int defaultPort;
  private final SqlDialect dialect;

  DatabaseSystem(String systemName, String legacyName, int defaultPort, SqlDialect dialect) {
    this.systemName = systemName;
    this.legacyName = legacyName;
    this.defaultPort = defaultPort;
    this.dialect = dialect;
  }

  /** Returns the value of {@code db.system.name}. */
  public String systemName() {
    return systemName;
  }

  /** Returns the value of {@code db.system} in the old conventions. */
  public String legacyName() {
    return legacyName;
  }

  /** Returns the port clients use when told none, or {@link #NO_PORT}. */
  public int defaultPort() {
    return defaultPort;
  }

  SqlDialect dialect() {
    return dialect;
  }
}
