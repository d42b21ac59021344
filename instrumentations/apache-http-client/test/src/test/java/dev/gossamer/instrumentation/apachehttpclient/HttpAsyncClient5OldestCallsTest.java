package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** The oldest asynchronous HttpClient 5 beyond the contract. */
@Tag("older-version")
final class HttpAsyncClient5OldestCallsTest extends ApacheClientCalls {
  HttpAsyncClient5OldestCallsTest() {
    super(AsyncClient5App.class, "httpclient5-oldest", EnumSet.of(Feature.RETRIES));
  }
}
