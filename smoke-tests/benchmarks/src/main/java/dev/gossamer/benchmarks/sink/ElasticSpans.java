package dev.gossamer.benchmarks.sink;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the spans of an Elastic intake request: one JSON object per line, named by its only key.
 * The agent leaves a request open for seconds, so the count grows while it is read.
 */
final class ElasticSpans {
  private static final String TRANSACTION = "{\"transaction\"";
  private static final String SPAN = "{\"span\"";

  private ElasticSpans() {}

  static void count(InputStream request, AtomicLong spans) throws IOException {
    StringBuilder start = new StringBuilder();
    try {
      for (int b = request.read(); b >= 0; b = request.read()) {
        if (b == '\n') {
          start.setLength(0);
        } else if (start.length() < TRANSACTION.length()) {
          start.append((char) b);
          if (same(start, SPAN) || same(start, TRANSACTION)) {
            spans.incrementAndGet();
          }
        }
      }
    } catch (EOFException e) {
      // An agent that is stopped cuts its last request off; what came counts.
    }
  }

  private static boolean same(StringBuilder start, String text) {
    return start.length() == text.length() && start.indexOf(text) == 0;
  }
}
