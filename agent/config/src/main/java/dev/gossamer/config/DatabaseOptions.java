package dev.gossamer.config;

/** What the database family records. Immutable. */
public final class DatabaseOptions {
  static final Setting SANITIZATION =
      Setting.bool(
              "OTEL_INSTRUMENTATION_COMMON_DB_QUERY_SANITIZATION_ENABLED",
              true,
              "`false`: texts of plain statements are recorded with the values in them")
          .property("otel.instrumentation.common.db.query-sanitization.enabled");

  static final Setting[] ALL = {SANITIZATION};

  private final boolean sanitized;

  private DatabaseOptions(Settings settings) {
    sanitized = settings.bool(SANITIZATION);
  }

  /** Reads them. */
  public static DatabaseOptions from(Settings settings) {
    return new DatabaseOptions(settings);
  }

  /** Whether values in the texts of plain statements become {@code ?}. */
  public boolean sanitized() {
    return sanitized;
  }
}
