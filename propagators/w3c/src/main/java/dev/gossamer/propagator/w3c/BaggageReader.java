package dev.gossamer.propagator.w3c;

import dev.gossamer.api.propagation.Headers;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a baggage header. A malformed member or property is lost alone; the limits hold while
 * reading, so that no header makes us allocate more than they allow.
 *
 * <p>Source: W3C Baggage, section 3.2.
 */
final class BaggageReader {
  /** List members that pass. */
  static final int MOST_MEMBERS = 64;

  /** Bytes that pass, without the white space around members. */
  static final int MOST_BYTES = 8192;

  /** Characters that are looked at, white space and malformed members included. */
  static final int MOST_SCANNED = 4 * MOST_BYTES;

  private BaggageReader() {}

  /** The members in their order, or null when there is none. */
  static @Nullable Baggage read(String header) {
    int length = header.length();
    if (length > MOST_SCANNED) {
      // What follows the last comma would be a partial member.
      length = header.lastIndexOf(',', MOST_SCANNED);
    }
    LinkedHashMap<String, BaggageEntry> members = new LinkedHashMap<>();
    int count = 0;
    int bytes = -1;
    for (int from = 0; from < length && count < MOST_MEMBERS; ) {
      int to = indexOf(header, ',', from, length);
      int start = Headers.skipSpace(header, from, to);
      int end = Headers.trimSpace(header, start, to);
      if (bytes + 1 + end - start <= MOST_BYTES && readMember(header, start, end, members)) {
        bytes += 1 + end - start;
        count++;
      }
      from = to + 1;
    }
    return count == 0 ? null : new OrderedBaggage(members);
  }

  private static boolean readMember(
      String text, int from, int to, Map<String, BaggageEntry> members) {
    int semicolon = indexOf(text, ';', from, to);
    int equals = indexOf(text, '=', from, semicolon);
    int keyEnd = Headers.trimSpace(text, from, equals);
    if (equals == semicolon || !isKey(text, from, keyEnd)) {
      return false;
    }
    int start = Headers.skipSpace(text, equals + 1, semicolon);
    int end = Headers.trimSpace(text, start, semicolon);
    if (!isValue(text, start, end)) {
      return false;
    }
    BaggageEntryMetadata properties =
        semicolon == to ? BaggageEntryMetadata.empty() : readProperties(text, semicolon + 1, to);
    members.put(
        text.substring(from, keyEnd),
        new BaggageMember(PercentCoding.decode(text, start, end), properties));
    return true;
  }

  private static BaggageEntryMetadata readProperties(String text, int first, int to) {
    StringBuilder decoded = new StringBuilder(to - first);
    StringBuilder encoded = new StringBuilder(to - first);
    for (int from = first; from < to; ) {
      int semicolon = indexOf(text, ';', from, to);
      int equals = indexOf(text, '=', from, semicolon);
      int keyStart = Headers.skipSpace(text, from, equals);
      int keyEnd = Headers.trimSpace(text, keyStart, equals);
      int start = Headers.skipSpace(text, Math.min(equals + 1, semicolon), semicolon);
      int end = Headers.trimSpace(text, start, semicolon);
      if (isKey(text, keyStart, keyEnd) && isValue(text, start, end)) {
        if (encoded.length() > 0) {
          decoded.append(';');
          encoded.append(';');
        }
        decoded.append(text, keyStart, keyEnd);
        encoded.append(text, keyStart, keyEnd);
        if (equals < semicolon) {
          String value = PercentCoding.decode(text, start, end);
          decoded.append('=').append(value);
          PercentCoding.encode(value, 0, value.length(), encoded.append('='));
        }
      }
      from = semicolon + 1;
    }
    return encoded.length() == 0
        ? BaggageEntryMetadata.empty()
        : new BaggageProperties(decoded.toString(), encoded.toString());
  }

  /** Whether the range is a token of RFC 7230. */
  static boolean isKey(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~' || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isValue(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isValueOctet(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isValueOctet(char c) {
    return c > ' ' && c <= '~' && c != '"' && c != ',' && c != ';' && c != '\\';
  }

  /** Where the character is in the range, or the range's end. */
  static int indexOf(String text, char c, int from, int to) {
    int index = from;
    while (index < to && text.charAt(index) != c) {
      index++;
    }
    return index;
  }
}
