package dev.gossamer.testing.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a baggage header that the agent has sent, strictly: what it sends has to be well-formed.
 */
final class BaggageText {
  private static final String NOT_IN_VALUES = " \"%,;\\";

  private BaggageText() {}

  /**
   * The members with their values and the values of their properties decoded, one text a member.
   *
   * @param lines the header lines; one or none
   */
  static List<String> canonical(List<String> lines) {
    if (lines.size() > 1) {
      throw new AssertionError("several baggage headers: " + lines);
    }
    List<String> members = new ArrayList<>();
    for (String line : lines) {
      for (String member : line.split(",", -1)) {
        StringBuilder text = new StringBuilder();
        for (String part : member.split(";", -1)) {
          int equals = part.indexOf('=');
          text.append(text.isEmpty() ? "" : " ; ");
          text.append(equals < 0 ? part : part.substring(0, equals) + " = ");
          text.append(equals < 0 ? "" : decode(part.substring(equals + 1)));
        }
        members.add(text.toString());
      }
    }
    return members;
  }

  private static String decode(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
        i += 2;
      } else if (c <= ' ' || c >= 0x7f || NOT_IN_VALUES.indexOf(c) >= 0) {
        throw new AssertionError("character " + (int) c + " must not stand in baggage: " + value);
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
