package dev.gossamer.api.database;

import org.jspecify.annotations.Nullable;

/**
 * What telemetry says of one query. Immutable, so it may be published by a data race.
 *
 * <p>Source: semantic conventions 1.44, "Database client spans".
 */
public final class AnalyzedQuery {
  /** The longest {@link #summary}, in characters. */
  static final int MAX_SUMMARY_LENGTH = 255;

  private static final String BATCH = "BATCH";
  private static final int BATCH_PREFIX_LENGTH = BATCH.length() + 1;

  private final String source;
  private final String text;
  private final @Nullable String summary;
  private final int summaryInBatch;
  private final @Nullable String operation;
  private final @Nullable String collection;
  private final @Nullable String storedProcedure;

  /** Written without synchronisation: two threads may compute it, and get the same. */
  private @Nullable AnalyzedQuery batch;

  /** As the above; of the target that was asked for last. */
  private @Nullable JdbcQuery query;

  /**
   * @param source what was analysed
   * @param summaryInBatch how much of the summary fits behind the batch prefix, cut at a token
   */
  AnalyzedQuery(
      String source,
      String text,
      @Nullable String summary,
      int summaryInBatch,
      @Nullable String operation,
      @Nullable String collection,
      @Nullable String storedProcedure) {
    this.source = source;
    this.text = text;
    this.summary = summary;
    this.summaryInBatch = summaryInBatch;
    this.operation = operation;
    this.collection = collection;
    this.storedProcedure = storedProcedure;
  }

  /** Returns the longest part of a summary that still fits behind the batch prefix. */
  static int maxSummaryInBatch() {
    return MAX_SUMMARY_LENGTH - BATCH_PREFIX_LENGTH;
  }

  /**
   * What is known of statements that are prepared for it, as {@link #query(JdbcQuery)} was told.
   */
  @Nullable JdbcQuery query() {
    return query;
  }

  void query(JdbcQuery known) {
    query = known;
  }

  /** Returns the text to report as {@code db.query.text}; empty when there was none. */
  public String text() {
    return text;
  }

  /**
   * Returns {@code db.query.summary}: operations and their targets, in order and as written, at
   * most 255 characters; null when the text holds no operation.
   */
  public @Nullable String summary() {
    return summary;
  }

  /**
   * Returns the first operation as written, {@code SELECT} or {@code CREATE TABLE}; null when there
   * is none. For the old conventions: the stable ones forbid {@code db.operation.name} that comes
   * from a text.
   */
  public @Nullable String operation() {
    return operation;
  }

  /**
   * Returns the only table the text names; null when it names none or several. For the old
   * conventions: the stable ones forbid {@code db.collection.name} that comes from a text.
   */
  public @Nullable String collection() {
    return collection;
  }

  /** Returns {@code db.stored_procedure.name}; null unless the text calls exactly one. */
  public @Nullable String storedProcedure() {
    return storedProcedure;
  }

  /**
   * Returns what a batch of two or more of this query reports: the same text, with summary and
   * operation behind {@code BATCH}. Computed once.
   */
  public AnalyzedQuery inBatch() {
    AnalyzedQuery result = batch;
    if (result == null) {
      String batchSummary =
          summary == null || summaryInBatch == 0
              ? BATCH
              : BATCH + ' ' + summary.substring(0, summaryInBatch);
      result =
          new AnalyzedQuery(
              source,
              text,
              batchSummary,
              0,
              operation == null ? BATCH : BATCH + ' ' + operation,
              collection,
              storedProcedure);
      batch = result;
    }
    return result;
  }

  String source() {
    return source;
  }

  @Override
  public String toString() {
    return "AnalyzedQuery{" + summary + ": " + text + '}';
  }
}
