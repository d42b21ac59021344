package dev.gossamer.config;

import java.util.List;

/**
 * Which of the semantic conventions that have changed their names are recorded under the old names,
 * too, while dashboards move from one to the other. Immutable.
 *
 * <p>Source: semantic conventions 1.44, "Semantic convention stability migration". The agent starts
 * where that migration ends: {@code http} asks for what is so anyway.
 */
public final class SemconvOptions {
  private static final String BOTH = "/dup";

  static final Setting STABILITY_OPT_IN =
      Setting.list(
              "OTEL_SEMCONV_STABILITY_OPT_IN",
              "",
              "Conventions whose old names of attributes and metrics are recorded beside the new"
                  + " ones, such as `http/dup,database/dup`, for dashboards that still ask for"
                  + " `http.method` or `db.statement`; the new names are recorded in any case, so"
                  + " a name without `/dup` changes nothing",
              "http",
              "http/dup",
              "database",
              "database/dup",
              "messaging",
              "messaging/dup",
              "rpc",
              "rpc/dup",
              "code",
              "code/dup")
          .property("otel.semconv-stability.opt-in");

  static final Setting[] ALL = {STABILITY_OPT_IN};

  private final List<String> chosen;

  private SemconvOptions(Settings settings) {
    chosen = settings.list(STABILITY_OPT_IN);
  }

  /** Reads them. */
  public static SemconvOptions from(Settings settings) {
    return new SemconvOptions(settings);
  }

  /**
   * Whether the old names of a convention are recorded beside the new ones.
   *
   * @param convention {@code http}, {@code database}, {@code messaging}, {@code rpc} or {@code
   *     code}
   */
  public boolean duplicates(String convention) {
    return chosen.contains(convention.concat(BOTH));
  }
}
