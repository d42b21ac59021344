package dev.gossamer.instrumentation.apachehttpclient;

import org.junit.jupiter.api.Tag;

/** What every HTTP client does, by the oldest asynchronous HttpClient 5. */
@Tag("older-version")
final class HttpAsyncClient5OldestTest extends ApacheClientContract {
  HttpAsyncClient5OldestTest() {
    super(
        AsyncClient5App.class,
        "httpclient5-oldest",
        "org.apache.hc.client5.http.HttpHostConnectException");
  }
}
