package dev.gossamer.engine.build;

import java.util.LinkedHashMap;
import java.util.Map;

/** The index's strings, each once; number 0 is the empty one. */
final class StringPool {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  StringPool() {
    numbers.put("", 0);
  }

  int of(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (string.charAt(i) > 127) {
        throw new InvalidInstrumentationException("'" + string + "' is not plain ASCII");
      }
    }
    return numbers.computeIfAbsent(string, unused -> numbers.size());
  }

  /** Writes count, offsets from the index's beginning, the end, and characters; returns the end. */
  int write(Output out) {
    out.u2(numbers.size());
    int at = out.size() + 4 * numbers.size() + 4;
    int end = at;
    for (String string : numbers.keySet()) {
      out.u4(end);
      end += 2 + string.length();
    }
    Output characters = new Output();
    for (String string : numbers.keySet()) {
      characters.u2(string.length());
      for (int i = 0; i < string.length(); i++) {
        characters.u1(string.charAt(i));
      }
    }
    out.u4(end);
    out.append(characters);
    return out.size();
  }
}
