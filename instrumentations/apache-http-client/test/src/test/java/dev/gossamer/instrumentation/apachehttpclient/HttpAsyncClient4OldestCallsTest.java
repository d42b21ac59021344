package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** The oldest supported HttpAsyncClient 4 beyond the contract. */
@Tag("older-version")
final class HttpAsyncClient4OldestCallsTest extends ApacheClientCalls {
  HttpAsyncClient4OldestCallsTest() {
    super(
        AsyncClient4App.class,
        "httpasyncclient4-oldest",
        EnumSet.of(Feature.ANSWERS_OF_PROXIES, Feature.ABORTS));
  }
}
