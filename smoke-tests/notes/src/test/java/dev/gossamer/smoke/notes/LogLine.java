package dev.gossamer.smoke.notes;

import dev.gossamer.testing.LogRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a log file and a log record both say.
 *
 * @param traceId 32 lower-case hex digits, or empty
 * @param spanId 16 lower-case hex digits, or empty
 */
record LogLine(String logger, String traceId, String spanId, String message) {
  private static final Pattern TEXT =
      Pattern.compile("[^\\[]*\\[[^]]*] (\\S+) trace_id=(\\w*) span_id=(\\w*) - (.*)");

  static LogLine of(LogRecord record) {
    return new LogLine(record.scope(), record.traceId(), record.spanId(), "" + record.body());
  }

  /** The lines of a file, in Logback's JSON or in the pattern of the other services. */
  static List<LogLine> in(Path file) {
    try {
      return Files.readAllLines(file).stream().map(LogLine::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LogLine parse(String line) {
    if (line.startsWith("{")) {
      return new LogLine(
          field(line, "loggerName"),
          field(line, "trace_id"),
          field(line, "span_id"),
          field(line, "formattedMessage"));
    }
    Matcher text = TEXT.matcher(line);
    if (!text.matches()) {
      throw new AssertionError("a line without ids, filled or empty: " + line);
    }
    return new LogLine(text.group(1), text.group(2), text.group(3), text.group(4));
  }

  /** The value of a field, wherever it stands in the object; empty when there is none. */
  private static String field(String json, String name) {
    Matcher value = Pattern.compile('"' + name + "\":\\s*\"([^\"]*)\"").matcher(json);
    return value.find() ? value.group(1) : "";
  }
}
