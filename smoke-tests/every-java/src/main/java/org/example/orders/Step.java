package org.example.orders;

/** One thing that is done for an order. Thread-safe. */
interface Step {
  /** Does it for a book; a word about what came of it. */
  String order(int book) throws Exception;
}
