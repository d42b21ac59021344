package dev.gossamer.instrumentation.apachehttpclient;

import org.junit.jupiter.api.Tag;

/** What every HTTP client does, by the oldest supported HttpAsyncClient 4. */
@Tag("older-version")
final class HttpAsyncClient4OldestTest extends ApacheClientContract {
  HttpAsyncClient4OldestTest() {
    super(AsyncClient4App.class, "httpasyncclient4-oldest", "java.net.ConnectException");
  }
}
