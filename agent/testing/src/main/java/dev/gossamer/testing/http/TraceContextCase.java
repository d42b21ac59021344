package dev.gossamer.testing.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request with certain header lines and what has to come of it. Read from a file of lines:
 *
 * <ul>
 *   <li>{@code # comment}
 *   <li>{@code propagators = list}: before the first case; several lines run the file several times
 *   <li>{@code [name]}: starts a case
 *   <li>{@code > Header: value}: a header line; {@code \t}, {@code \s} (space) and {@code \\} are
 *       escapes, <code>{x*9}</code> repeats, <code>{members k 1 3}</code> is {@code
 *       k01=01,k02=02,k03=03}
 *   <li>{@code trace = new}, {@code trace = keep} (the ids in the first traceparent or b3 line) or
 *       {@code trace = <trace id>/<parent id>}
 *   <li>{@code flags = 03}: the W3C flags sent; {@code sampled = 1}, {@code 0} or {@code d} in all
 *       formats sent
 *   <li>{@code exported = no}: no span is exported
 *   <li>{@code state = <value>} or {@code none}; {@code state-has = <part>}; {@code state-lacks =
 *       <part>}: the tracestate header sent
 *   <li>{@code baggage = <value> | <other value>}: the baggage header sent, compared after
 *       decoding; {@code none} for none
 *   <li>{@code no-header = <name>}: a header that is not sent
 *   <li>{@code calls = 3}: how often the application calls on
 * </ul>
 */
record TraceContextCase(
    String name, List<Map.Entry<String, String>> lines, Map<String, List<String>> expected) {
  private static final Set<String> DIRECTIVES =
      Set.of(
          "trace",
          "flags",
          "sampled",
          "exported",
          "state",
          "state-has",
          "state-lacks",
          "baggage",
          "no-header",
          "calls");
  private static final Pattern IDS = Pattern.compile("([0-9a-f]{32})[-/]([0-9a-f]{16})");
  private static final Pattern MACRO =
      Pattern.compile("\\{(?:(.)\\*(\\d+)|members (\\w+) (\\d+) (\\d+))}");

  /**
   * A file.
   *
   * @param propagators the values of OTEL_PROPAGATORS to run it with
   */
  record Cases(List<String> propagators, List<TraceContextCase> cases) {}

  /**
   * The caller's ids.
   *
   * @param traceId 32 hex digits
   * @param spanId 16 hex digits
   */
  record Caller(String traceId, String spanId) {}

  static Cases read(String file) {
    List<String> propagators = new ArrayList<>();
    List<TraceContextCase> cases = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(TraceContextCase.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("[")) {
          String name = line.substring(1, line.indexOf(']'));
          cases.add(new TraceContextCase(name, new ArrayList<>(), new LinkedHashMap<>()));
        } else if (line.startsWith("propagators = ")) {
          propagators.add(line.substring("propagators = ".length()));
        } else {
          cases.get(cases.size() - 1).add(expand(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cases(propagators, cases);
  }

  private void add(String line) {
    if (line.startsWith("> ")) {
      int colon = line.indexOf(": ");
      lines.add(Map.entry(line.substring(2, colon), line.substring(colon + 2)));
    } else {
      int equals = line.indexOf(" = ");
      if (equals < 0 || !DIRECTIVES.contains(line.substring(0, equals))) {
        throw new IllegalStateException("case " + name + " has an unknown line: " + line);
      }
      expected
          .computeIfAbsent(line.substring(0, equals), key -> new ArrayList<>())
          .add(line.substring(equals + 3));
    }
  }

  /** The only value of a directive, or null when the case does not have it. */
  @Nullable String one(String directive) {
    List<String> values = expected.get(directive);
    return values == null ? null : values.get(0);
  }

  /** All values of a directive. */
  List<String> all(String directive) {
    return expected.getOrDefault(directive, List.of());
  }

  int calls() {
    String calls = one("calls");
    return calls == null ? 1 : Integer.parseInt(calls);
  }

  boolean exported() {
    return !"no".equals(one("exported"));
  }

  /** Whose trace has to be continued; null when a new one has to begin. */
  @Nullable Caller caller() {
    String trace = one("trace");
    if (trace == null || trace.equals("new")) {
      return null;
    }
    if (!trace.equals("keep")) {
      return caller(trace);
    }
    for (Map.Entry<String, String> line : lines) {
      if (List.of("traceparent", "b3").contains(line.getKey().toLowerCase(java.util.Locale.ROOT))
          && IDS.matcher(line.getValue()).find()) {
        return caller(line.getValue());
      }
    }
    throw new IllegalStateException("nothing to keep in case " + name);
  }

  private static Caller caller(String text) {
    Matcher ids = IDS.matcher(text);
    if (!ids.find()) {
      throw new IllegalStateException("no ids in " + text);
    }
    return new Caller(ids.group(1), ids.group(2));
  }

  private static String expand(String line) {
    StringBuilder text = new StringBuilder();
    Matcher macro = MACRO.matcher(line);
    while (macro.find()) {
      String expansion;
      if (macro.group(1) != null) {
        expansion = macro.group(1).repeat(Integer.parseInt(macro.group(2)));
      } else {
        List<String> members = new ArrayList<>();
        int last = Integer.parseInt(macro.group(5));
        for (int i = Integer.parseInt(macro.group(4)); i <= last; i++) {
          members.add(String.format("%s%02d=%02d", macro.group(3), i, i));
        }
        expansion = String.join(",", members);
      }
      macro.appendReplacement(text, Matcher.quoteReplacement(expansion));
    }
    macro.appendTail(text);
    return unescape(text.toString());
  }

  private static String unescape(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        char escaped = line.charAt(++i);
        text.append(escaped == 't' ? '\t' : escaped == 's' ? ' ' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
