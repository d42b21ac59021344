package dev.gossamer.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Names of exporters, with what other agents accept mapped to what this one has. */
final class Exporters {
  private Exporters() {}

  /** What is exported to; empty for {@code none}. */
  static List<String> names(Settings settings, Setting setting) {
    if (!settings.isSet(setting)) {
      return Collections.singletonList("otlp");
    }
    List<String> names = new ArrayList<>();
    StringBuilder problem = new StringBuilder();
    boolean none = false;
    String text = settings.text(setting);
    for (String word : Words.split(text == null ? "" : text)) {
      String name = word.toLowerCase(Locale.ROOT);
      String ofExtension = settings.ofExtension(setting, word);
      if (name.equals("none")) {
        none = true;
        continue;
      }
      if (ofExtension != null && !setting.choices().contains(name)) {
        name = ofExtension;
      } else if (name.equals("logging")) {
        problem.append("; logging is called console");
        name = "console";
      } else if (!name.equals("otlp") && !name.equals("console")) {
        String meant = Words.nearest(name, settings.choices(setting));
        problem.append("; ").append(word).append(" is not supported");
        if (meant != null) {
          problem.append(" (did you mean ").append(meant).append("?)");
        }
        name = "otlp";
      }
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    if (none && !names.isEmpty()) {
      problem.append("; none says nothing beside others");
    }
    if (problem.length() > 0) {
      settings.complain(
          setting,
          setting.valid() + Words.shown(problem.toString()),
          names.isEmpty() ? "none" : Words.join(names));
    }
    return Collections.unmodifiableList(names);
  }
}
