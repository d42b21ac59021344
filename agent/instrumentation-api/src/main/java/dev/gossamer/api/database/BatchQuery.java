package dev.gossamer.api.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the queries of one batch. Memory is bounded however many are added. Not thread-safe, as
 * the statement it belongs to.
 *
 * <p>Source: semantic conventions 1.44, "Database client spans", {@code db.operation.batch.size},
 * {@code db.query.text}, {@code db.query.summary}.
 */
public final class BatchQuery {
  private static final String BATCH = "BATCH";
  private static final String SEPARATOR = "; ";
  private static final AnalyzedQuery EMPTY = new AnalyzedQuery("", "", BATCH, 0, BATCH, null, null);

  private int size;
  private @Nullable AnalyzedQuery first;
  private boolean sameSummary = true;
  private boolean sameOperation = true;
  private boolean sameCollection = true;
  private boolean sameProcedure = true;

  /** All texts; null as long as they are equal. */
  private @Nullable StringBuilder texts;

  /** Adds one query to the batch. */
  public void add(AnalyzedQuery query) {
    AnalyzedQuery expected = first;
    if (expected == null) {
      first = query;
      size = 1;
      return;
    }
    if (query != expected) {
      sameSummary &= Objects.equals(query.summary(), expected.summary());
      sameOperation &= Objects.equals(query.operation(), expected.operation());
      sameCollection &= Objects.equals(query.collection(), expected.collection());
      sameProcedure &= Objects.equals(query.storedProcedure(), expected.storedProcedure());
      if (texts == null && !query.text().equals(expected.text())) {
        texts = new StringBuilder(expected.text());
        for (int i = 1; i < size && texts.length() < SqlAnalyzer.MAX_TEXT_LENGTH; i++) {
          texts.append(SEPARATOR).append(expected.text());
        }
      }
    }
    if (texts != null && texts.length() < SqlAnalyzer.MAX_TEXT_LENGTH) {
      texts.append(SEPARATOR).append(query.text());
    }
    size++;
  }

  /** Returns {@code db.operation.batch.size}; a batch of one is no batch. */
  public int size() {
    return size;
  }

  /** Forgets all queries. */
  public void clear() {
    size = 0;
    first = null;
    texts = null;
    sameSummary = true;
    sameOperation = true;
    sameCollection = true;
    sameProcedure = true;
  }

  /**
   * Returns what the batch reports. One query: itself. The same query again and again: its text,
   * its summary behind {@code BATCH}. Different ones: their texts joined by {@code "; "}, cut like
   * a single text; summary, operation and the rest only where all agree. None: {@code BATCH}.
   */
  public AnalyzedQuery query() {
    AnalyzedQuery expected = first;
    if (expected == null) {
      return EMPTY;
    }
    if (size == 1) {
      return expected;
    }
    AnalyzedQuery uniform = expected.inBatch();
    if (texts == null && sameSummary && sameOperation && sameCollection && sameProcedure) {
      return uniform;
    }
    String text = texts == null ? expected.text() : SqlAnalyzer.cut(texts.toString());
    return new AnalyzedQuery(
        text,
        text,
        sameSummary ? uniform.summary() : BATCH,
        0,
        sameOperation ? uniform.operation() : BATCH,
        sameCollection ? expected.collection() : null,
        sameProcedure ? expected.storedProcedure() : null);
  }
}
