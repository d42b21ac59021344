package dev.gossamer.instrumentation.apachehttpclient;

import org.junit.jupiter.api.Tag;

/** What every HTTP client does, by the oldest classic HttpClient 5. */
@Tag("older-version")
final class HttpClient5OldestTest extends ApacheClientContract {
  HttpClient5OldestTest() {
    super(
        Client5App.class,
        "httpclient5-oldest",
        "org.apache.hc.client5.http.HttpHostConnectException");
  }
}
