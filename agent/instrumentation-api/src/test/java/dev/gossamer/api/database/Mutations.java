package dev.gossamer.api.database;

import java.util.Random;

/** Spoils known inputs, so that what comes out is nearly right: where parsers break. */
final class Mutations {
  private static final int MAX_CHANGES = 6;

  private Mutations() {}

  /** Returns one entry of the corpus, cut, glued to others, or with characters changed. */
  static String of(String[] corpus, Random random, String alphabet) {
    StringBuilder text = new StringBuilder(corpus[random.nextInt(corpus.length)]);
    for (int changes = random.nextInt(MAX_CHANGES) + 1; changes > 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
        case 2 -> text.setLength(at);
        case 3 -> {
          String other = corpus[random.nextInt(corpus.length)];
          text.insert(at, other, random.nextInt(other.length() + 1), other.length());
        }
        default -> {
          if (at < text.length()) {
            text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
          }
        }
      }
    }
    return text.toString();
  }
}
