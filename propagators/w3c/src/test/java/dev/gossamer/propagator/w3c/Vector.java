package dev.gossamer.propagator.w3c;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One line of a table of headers; the tables' first lines say how they are written. */
record Vector(String name, List<String> lines, String expected) {
  static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final String SPAN_ID = "00f067aa0ba902b7";

  private static final char NEXT_LINE = '\uFFFF';

  static List<Vector> read(String table) throws IOException {
    List<Vector> vectors = new ArrayList<>();
    try (InputStream in = Vector.class.getResourceAsStream("/" + table)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String row : text.split("\n")) {
        if (!row.startsWith("#")) {
          String[] columns = row.split("\t", -1);
          String input = expand(columns[1]);
          String expected = columns[2].equals("same") ? input : expand(columns[2]);
          vectors.add(
              new Vector(
                  columns[0], List.of(input.split(String.valueOf(NEXT_LINE), -1)), expected));
        }
      }
    }
    return vectors;
  }

  private static String expand(String column) {
    String text = unescape(column.replace("{T}", TRACE_ID).replace("{S}", SPAN_ID));
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int open; (open = text.indexOf("{{", from)) >= 0; ) {
      int close = text.indexOf("}}", open);
      int star = text.lastIndexOf('*', close);
      out.append(text, from, open);
      int times = Integer.parseInt(text.substring(star + 1, close));
      for (int i = 1; i <= times; i++) {
        out.append(text.substring(open + 2, star).replace("#", String.valueOf(i)));
      }
      from = close + 2;
    }
    return out.append(text.substring(from)).toString();
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      switch (text.charAt(++i)) {
        case 'n' -> out.append(NEXT_LINE);
        case 's' -> out.append(' ');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> throw new IllegalArgumentException(text);
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
