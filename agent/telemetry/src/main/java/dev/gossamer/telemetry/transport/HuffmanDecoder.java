package dev.gossamer.telemetry.transport;

import java.net.ProtocolException;

/**
 * The Huffman code of HPACK (RFC 7541, appendix B). The code is canonical: within one length the
 * codes count upwards with the symbol, so that the lengths alone say it all.
 */
final class HuffmanDecoder {

  /** The length of each symbol's code, {@code 'A'} being 5 bits and {@code 'Z'} 30; last is EOS. */
  private static final String LENGTHS =
      "ISXXXXXXXTZXXZXXXXXXXXZXXXXXXXXXBFFHIBDGFFDGDBBBAAABBBBBBBCDKBHF"
          + "IBCCCCCCCCCCCCCCCCCCCCCCDCDIOIJBKABABABBBACCBBBABCBAABCCCCCKGJIX"
          + "PRPPRRRSRSSSSSTSTTRSTSSSSQRSRSSTRQPRRSSQSRRTQRSSQQRQSRSSPRRRSRSS"
          + "VVPORSRUVVVWWVTUOQVWWVWTQQVVXWWWPTPQRQQSRRUUTTVSVWVVWWWWWXWWWWWV"
          + "Z";

  private static final int SHORTEST = 5;
  private static final int LONGEST = 30;
  private static final int EOS = 256;

  /** By length: the first code, how many there are, and where their symbols start. */
  private static final int[] FIRST = new int[LONGEST + 1];

  private static final int[] COUNT = new int[LONGEST + 1];
  private static final int[] START = new int[LONGEST + 1];
  private static final short[] SYMBOLS = new short[EOS + 1];

  static {
    int code = 0;
    int next = 0;
    for (int length = SHORTEST; length <= LONGEST; length++) {
      FIRST[length] = code;
      START[length] = next;
      for (int symbol = 0; symbol <= EOS; symbol++) {
        if (LENGTHS.charAt(symbol) - 'A' + SHORTEST == length) {
          SYMBOLS[next++] = (short) symbol;
          COUNT[length]++;
        }
      }
      code = (code + COUNT[length]) << 1;
    }
  }

  private HuffmanDecoder() {}

  /**
   * @return one character per decoded octet; at most 8/5 of {@code length} of them
   * @throws ProtocolException if the padding is anything but the start of EOS, or EOS is coded
   */
  static String decode(byte[] bytes, int offset, int length) throws ProtocolException {
    StringBuilder decoded = new StringBuilder(length * 8 / SHORTEST);
    int code = 0;
    int bits = 0;
    for (int i = offset; i < offset + length; i++) {
      for (int bit = 7; bit >= 0; bit--) {
        code = code << 1 | (bytes[i] >> bit & 1);
        bits++;
        int index = bits > LONGEST ? 0 : code - FIRST[bits];
        if (bits >= SHORTEST && bits <= LONGEST && index < COUNT[bits]) {
          int symbol = SYMBOLS[START[bits] + index];
          if (symbol == EOS) {
            throw new ProtocolException("a header holds the end-of-string symbol");
          }
          decoded.append((char) symbol);
          code = 0;
          bits = 0;
        }
      }
    }
    if (bits > 7 || code != (1 << bits) - 1) {
      throw new ProtocolException("a header is padded wrongly");
    }
    return decoded.toString();
  }
}
