package dev.gossamer.everyjava;

/** What the application can do besides answering requests; not every Java has what each needs. */
enum Part {
  /** JDBC: module java.sql, and with it java.logging. */
  DATABASE,
  /** HttpURLConnection. */
  STOCK,
  /** Kafka: module java.management. */
  MESSAGES
}
