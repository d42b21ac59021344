package dev.gossamer.instrumentation.apachehttpclient;

import java.util.EnumSet;

/** The newest HttpAsyncClient 4 beyond the contract. */
final class HttpAsyncClient4CallsTest extends ApacheClientCalls {
  HttpAsyncClient4CallsTest() {
    super(
        AsyncClient4App.class,
        "httpasyncclient4",
        EnumSet.of(Feature.ANSWERS_OF_PROXIES, Feature.ABORTS));
  }
}
