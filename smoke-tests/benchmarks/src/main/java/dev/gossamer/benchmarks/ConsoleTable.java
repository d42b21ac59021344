package dev.gossamer.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Markdown, with its tables' columns made as wide as what stands in them. */
final class ConsoleTable {
  private static final String RULE = "---";

  private ConsoleTable() {}

  static String of(String markdown) {
    StringBuilder text = new StringBuilder();
    List<String[]> table = new ArrayList<>();
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("|")) {
        table.add(line.substring(1, line.length() - 1).split("\\|", -1));
      } else {
        flush(table, text);
        text.append(line).append('\n');
      }
    }
    flush(table, text);
    return text.toString();
  }

  private static void flush(List<String[]> table, StringBuilder text) {
    int columns = 0;
    for (String[] row : table) {
      columns = Math.max(columns, row.length);
    }
    int[] widths = new int[columns];
    for (String[] row : table) {
      for (int i = 0; i < row.length; i++) {
        String cell = row[i].trim();
        widths[i] = Math.max(widths[i], cell.equals(RULE) ? 0 : cell.length());
      }
    }
    for (String[] row : table) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String cell = row[i].trim();
        if (cell.equals(RULE)) {
          line.append("-".repeat(widths[i]));
        } else {
          line.append(cell).append(" ".repeat(widths[i] - cell.length()));
        }
        line.append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    table.clear();
  }
}
