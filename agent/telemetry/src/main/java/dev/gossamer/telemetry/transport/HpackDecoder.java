package dev.gossamer.telemetry.transport;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes header blocks (RFC 7541) of a peer that was told {@code SETTINGS_HEADER_TABLE_SIZE = 0}:
 * its dynamic table is always empty, so that there is none here either, and a block means the same
 * whatever came before it. Thread-safe.
 */
final class HpackDecoder {

  /** Takes one decoded header at a time. */
  interface Sink {
    void header(String name, String value) throws ProtocolException;
  }

  /** Size of a decoded block, as RFC 9113, 6.5.2 counts it. */
  static final int MAX_LIST_BYTES = 64 * 1024;

  private static final int OVERHEAD = 32;

  /** RFC 7541, appendix A; {@code name} or {@code name:value}, where a name may start with ':'. */
  private static final String[] STATIC_TABLE = {
    ":authority",
    ":method:GET",
    ":method:POST",
    ":path:/",
    ":path:/index.html",
    ":scheme:http",
    ":scheme:https",
    ":status:200",
    ":status:204",
    ":status:206",
    ":status:304",
    ":status:400",
    ":status:404",
    ":status:500",
    "accept-charset",
    "accept-encoding:gzip, deflate",
    "accept-language",
    "accept-ranges",
    "accept",
    "access-control-allow-origin",
    "age",
    "allow",
    "authorization",
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-range",
    "content-type",
    "cookie",
    "date",
    "etag",
    "expect",
    "expires",
    "from",
    "host",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "last-modified",
    "link",
    "location",
    "max-forwards",
    "proxy-authenticate",
    "proxy-authorization",
    "range",
    "referer",
    "refresh",
    "retry-after",
    "server",
    "set-cookie",
    "strict-transport-security",
    "transfer-encoding",
    "user-agent",
    "vary",
    "via",
    "www-authenticate"
  };

  private final byte[] block;
  private final int end;
  private int position;

  private HpackDecoder(byte[] block, int length) {
    this.block = block;
    this.end = length;
  }

  /** Decodes the first {@code length} bytes of {@code block}. */
  static void decode(byte[] block, int length, Sink sink) throws ProtocolException {
    new HpackDecoder(block, length).decode(sink);
  }

  private void decode(Sink sink) throws ProtocolException {
    int size = 0;
    while (position < end) {
      int first = block[position] & 0xff;
      String name;
      String value;
      if (first >= 0x80) {
        String entry = entry(integer(7));
        name = nameOf(entry);
        value = entry.length() > name.length() ? entry.substring(name.length() + 1) : "";
      } else if (first >= 0x20 && first < 0x40) {
        if (integer(5) != 0) {
          throw new ProtocolException("a header block resizes the table beyond what was allowed");
        }
        continue;
      } else {
        // With incremental indexing, without, or never: the same where nothing is ever indexed.
        int index = integer(first >= 0x40 ? 6 : 4);
        name = index == 0 ? string() : nameOf(entry(index));
        value = string();
      }
      size += name.length() + value.length() + OVERHEAD;
      if (size > MAX_LIST_BYTES) {
        throw new ProtocolException("more than " + MAX_LIST_BYTES + " bytes of headers");
      }
      sink.header(name, value);
    }
  }

  private static String entry(int index) throws ProtocolException {
    if (index < 1 || index > STATIC_TABLE.length) {
      throw new ProtocolException("a header refers to entry " + index + " of an empty table");
    }
    return STATIC_TABLE[index - 1];
  }

  private static String nameOf(String entry) {
    int colon = entry.indexOf(':', 1);
    return colon < 0 ? entry : entry.substring(0, colon);
  }

  /** RFC 7541, 5.1. */
  private int integer(int prefixBits) throws ProtocolException {
    int max = (1 << prefixBits) - 1;
    int value = next() & max;
    if (value < max) {
      return value;
    }
    for (int shift = 0; shift <= 21; shift += 7) {
      int b = next();
      value += (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new ProtocolException("a header block has an oversized number");
  }

  /** RFC 7541, 5.2. */
  private String string() throws ProtocolException {
    boolean huffman = position < end && block[position] < 0;
    int length = integer(7);
    if (length > end - position) {
      throw new ProtocolException("a header block breaks off");
    }
    int start = position;
    position += length;
    return huffman
        ? HuffmanDecoder.decode(block, start, length)
        : new String(block, start, length, StandardCharsets.ISO_8859_1);
  }

  private int next() throws ProtocolException {
    if (position >= end) {
      throw new ProtocolException("a header block breaks off");
    }
    return block[position++] & 0xff;
  }
}
