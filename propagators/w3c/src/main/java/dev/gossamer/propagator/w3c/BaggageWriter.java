package dev.gossamer.propagator.w3c;

import dev.gossamer.api.propagation.Headers;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import java.util.function.BiConsumer;

/**
 * Writes a baggage header. Members that do not fit the limits, or whose key is no token, are left
 * out; those after them that fit are not.
 */
final class BaggageWriter implements BiConsumer<String, BaggageEntry> {
  private final StringBuilder header = new StringBuilder(128);
  private int members;

  private BaggageWriter() {}

  /** What to send; empty when no member can be sent. */
  static String header(Baggage baggage) {
    BaggageWriter writer = new BaggageWriter();
    baggage.forEach(writer);
    return writer.header.toString();
  }

  @Override
  public void accept(String key, BaggageEntry entry) {
    if (members == BaggageReader.MOST_MEMBERS
        || key == null
        || entry == null
        || !BaggageReader.isKey(key, 0, key.length())) {
      return;
    }
    String value = entry.getValue();
    BaggageEntryMetadata metadata = entry.getMetadata();
    if (value == null || metadata == null) {
      return;
    }
    String properties =
        metadata instanceof BaggageProperties
            ? ((BaggageProperties) metadata).encoded
            : metadata.getValue();
    int before = header.length();
    // Coding lengthens: the work on what is too long already can be saved.
    if ((long) before + key.length() + value.length() + properties.length()
        > BaggageReader.MOST_BYTES) {
      return;
    }
    if (before > 0) {
      header.append(',');
    }
    header.append(key).append('=');
    PercentCoding.encode(value, 0, value.length(), header);
    if (metadata instanceof BaggageProperties) {
      header.append(';').append(properties);
    } else {
      encodeProperties(properties);
    }
    if (header.length() > BaggageReader.MOST_BYTES) {
      header.setLength(before);
    } else {
      members++;
    }
  }

  /** Of text from the application, semicolons and the first equals sign of each part delimit. */
  private void encodeProperties(String text) {
    int length = text.length();
    for (int from = 0; from < length; ) {
      int semicolon = BaggageReader.indexOf(text, ';', from, length);
      int equals = BaggageReader.indexOf(text, '=', from, semicolon);
      int keyStart = Headers.skipSpace(text, from, equals);
      int keyEnd = Headers.trimSpace(text, keyStart, equals);
      if (BaggageReader.isKey(text, keyStart, keyEnd)) {
        header.append(';').append(text, keyStart, keyEnd);
        if (equals < semicolon) {
          int start = Headers.skipSpace(text, equals + 1, semicolon);
          int end = Headers.trimSpace(text, start, semicolon);
          PercentCoding.encode(text, start, end, header.append('='));
        }
      }
      from = semicolon + 1;
    }
  }
}
