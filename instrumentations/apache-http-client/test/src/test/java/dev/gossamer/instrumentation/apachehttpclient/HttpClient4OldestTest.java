package dev.gossamer.instrumentation.apachehttpclient;

import org.junit.jupiter.api.Tag;

/** What every HTTP client does, by the oldest supported HttpClient 4. */
@Tag("older-version")
final class HttpClient4OldestTest extends ApacheClientContract {
  HttpClient4OldestTest() {
    super(Client4App.class, "httpclient4-oldest", "org.apache.http.conn.HttpHostConnectException");
  }
}
